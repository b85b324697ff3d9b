import { jest } from '@jest/globals';
import { seedsFrom } from './seeds.ts';
import { simulatedCity } from './simulated-city.ts';
import type { WorldReport } from './world.ts';
import { runWorld } from './world.ts';

const city = simulatedCity();
const { first, count, replayed } = seedsFrom(process.env);
jest.setTimeout(120_000 + count * 500);

const say = (text: string): void => void process.stdout.write(`${text}\n`);

/** What a reader needs to begin with: the seed, what is wrong, and what happened last. */
function told({ seed, findings, lastLines }: WorldReport): string {
  const shown = [...findings.slice(0, 20), '', 'what happened last:', ...lastLines.slice(-40)];
  return `SIMULATION_SEED=${seed} replays it:\n${shown.join('\n')}`;
}

/** Each must have happened somewhere, or the simulation proves nothing about it. */
const MUST_HAPPEN = [
  'passed',
  'notices',
  'kills',
  'freezes',
  'leaps',
  'restarts',
  'broken',
  'refused',
  'inDoubt',
  'tooLate',
  'inTurn',
  'conflicts',
  'halvings',
  'replayed',
  'shed',
] as const;

it(`keeps every promise in ${count} worlds from seed ${first} on`, async () => {
  const sums: Record<string, number> = {};
  for (let seed = first; seed < first + count; seed++) {
    const report = await runWorld(seed, city, replayed ? { listen: say } : {});
    for (const [name, value] of Object.entries(report.figures)) sums[name] = (sums[name] ?? 0) + value;
    if (report.findings.length > 0) throw new Error(told(report));
  }
  say(`simulation, seeds ${first} to ${first + count - 1}: ${JSON.stringify(sums)}`);
  if (count >= 1_000) expect(MUST_HAPPEN.filter((name) => (sums[name] ?? 0) === 0)).toEqual([]);
});

it('is the same world whenever its seed is run', async () => {
  const hashes: string[] = [];
  for (let seed = first; seed < first + 25; seed++) {
    const [once, again] = [await runWorld(seed, city), await runWorld(seed, city)];
    expect([seed, again.traceHash, again.figures]).toEqual([seed, once.traceHash, once.figures]);
    hashes.push(once.traceHash);
  }
  expect(new Set(hashes).size).toBe(25);
});
