import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FAULT_POINTS } from './fault-points.ts';
import type { FaultPoint } from './fault-points.ts';
import { FaultPointUnknown, planDeath, reachFaultPoint } from './reach-fault-point.ts';

const ROOT = join(import.meta.dirname, '..', '..', '..');

afterEach(() => {
  planDeath(null);
});

describe('a planned death', () => {
  const died = (planned: string, nth: number, reached: readonly FaultPoint[]): readonly FaultPoint[] => {
    const deaths: FaultPoint[] = [];
    planDeath({ name: planned, nth }, (name) => deaths.push(name));
    for (const name of reached) reachFaultPoint(name);
    return deaths;
  };

  it('comes at its point, the time that was asked for, once', () => {
    const way: readonly FaultPoint[] = ['relay.after-lease', 'relay.after-add', 'relay.after-lease', 'relay.after-lease'];
    expect(died('relay.after-lease', 1, way)).toHaveLength(1);
    expect(died('relay.after-lease', 3, way)).toHaveLength(1);
    expect(died('relay.after-lease', 4, way)).toHaveLength(0);
    expect(died('relay.after-bury', 1, way)).toHaveLength(0);
  });

  it('is nothing at all without a plan', () => {
    planDeath(null);
    expect(() => {
      reachFaultPoint('relay.after-lease');
    }).not.toThrow();
  });

  it('is refused for a point that does not exist', () => {
    expect(() => {
      planDeath({ name: 'relay.nowhere', nth: 1 });
    }).toThrow(FaultPointUnknown);
  });
});

describe('the list of points', () => {
  it('holds each point that is reached in the source, once, and no other', () => {
    const sources = ['libs', 'apps'].flatMap((folder) =>
      readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
        .filter((file) => file.endsWith('.ts') && !file.endsWith('.spec.ts') && !file.includes('node_modules'))
        .map((file) => readFileSync(join(ROOT, folder, file), 'utf8')),
    );
    const reached = sources.flatMap((source) => [...source.matchAll(/reachFaultPoint\('([^']+)'\)/g)].map(([, name]) => name));
    expect([...new Set(reached)].sort()).toEqual(Object.keys(FAULT_POINTS).sort());
    expect(Object.keys(FAULT_POINTS).length).toBeGreaterThanOrEqual(25);
  });
});
