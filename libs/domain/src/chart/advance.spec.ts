import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { transition } from 'xstate';
import type { ProcedureDefinition } from '../definitions/definition.ts';
import { PROCEDURE_DEFINITIONS } from '../definitions/procedures.ts';
import type { Advanced } from './advance.ts';
import { advance } from './advance.ts';
import type { DrawnStep } from './drawn-steps.fixture.ts';
import { stepsOf } from './drawn-steps.fixture.ts';

const seed = Number(process.env['FC_SEED'] ?? Date.now() % 2 ** 31);
/** So many steps of each command in each state, and so often again until each of its ways was gone at least once. */
const STEPS = 15;
const AGAIN = 1_500;

beforeAll(() => {
  process.stdout.write(`steps of the charts: seed ${String(seed)}\n`);
});

/** The same step by XState itself; null where it stays silent. */
function byXState({ machine }: ProcedureDefinition, { context, step }: DrawnStep): Advanced | null {
  const [next, actions] = transition(machine, machine.resolveState({ value: step.state, context }), step);
  if (actions.length === 0) return null;
  return {
    state: typeof next.value === 'string' ? next.value : 'nested',
    context: next.context,
    effects: actions.map((one) => one.params as Advanced['effects'][number]),
  };
}

function byTable({ ways }: ProcedureDefinition, { context, step }: DrawnStep): Advanced | null {
  return advance(ways.get(step.state)?.get(step.type) ?? [], context, step);
}

const wayName = (from: string, command: string, to: string): string => `${from} –${command}→ ${to}`;

describe.each(PROCEDURE_DEFINITIONS.map((one) => [`${one.id}@${String(one.version)}`, one] as const))('%s', (_name, definition) => {
  const commands = [...new Set(definition.transitions.map((row) => row.command))];

  it('steps as XState’s own transition does, whatever the case and the command', () => {
    const taken = new Set<string>();
    let refused = 0;
    const compare = (drawn: DrawnStep): void => {
      const before = JSON.stringify(drawn.context);
      const advanced = byTable(definition, drawn);
      const expected = byXState(definition, drawn);
      if (!isDeepStrictEqual(advanced, expected)) expect(advanced).toEqual(expected);
      // The same keys in the same order, too: what is stored is written from them.
      expect(JSON.stringify(advanced)).toBe(JSON.stringify(expected));
      expect(JSON.stringify(drawn.context)).toBe(before);
      if (advanced === null) refused++;
      else taken.add(wayName(drawn.step.state, drawn.step.type, advanced.state));
    };
    for (const [state, byCommand] of definition.ways) {
      for (const [command, ways] of byCommand) {
        const names = ways.map((way) => wayName(state, command, way.to));
        for (let again = 0; again < AGAIN && (again === 0 || names.some((name) => !taken.has(name))); again++) {
          fc.assert(fc.property(stepsOf(command, state), compare), { seed: seed + again, numRuns: STEPS });
        }
        // Or the comparison would say nothing about it.
        expect(names.filter((name) => !taken.has(name))).toEqual([]);
      }
    }
    expect(refused).toBeGreaterThan(0);
  });

  it('is silent where XState is: commands that have no way in a state', () => {
    for (const state of definition.states) {
      const absent = [...commands, 'REGISTER', 'DEADLINE_STEP', '', '*'].filter((one) => definition.ways.get(state)?.has(one) !== true);
      const [drawn] = fc.sample(stepsOf('*', state), { seed, numRuns: 1 });
      if (drawn === undefined) throw new Error('nothing drawn');
      for (const type of absent) {
        const asked = { ...drawn, step: { ...drawn.step, type } };
        expect([type, byTable(definition, asked), type === '*' ? null : byXState(definition, asked)]).toEqual([type, null, null]);
      }
    }
  });
});
