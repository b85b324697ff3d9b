import { petitionMachine } from '../petition/petition.machine.ts';
import type { Deed } from './chart.ts';
import { machineOf, stay, to } from './chart.ts';
import { waysOf } from './ways.ts';

type Config = Parameters<typeof machineOf>[0];

const nothing: Deed = () => ({ effects: [] });
const PLAIN: Config = {
  id: 'plain',
  context: ({ input }) => input,
  initial: 'here',
  states: { here: { on: { GO: to('there', nothing) } }, there: {} },
};

it('reads a chart back as it was written', () => {
  const ways = waysOf(petitionMachine);
  expect([...ways.keys()]).toEqual(Object.keys(petitionMachine.states));
  expect(
    ways
      .get('reviewed')
      ?.get('RECORD_SERVICE')
      ?.map((one) => [one.branch?.name, one.to]),
  ).toEqual([
    ['revoked', 'handling'],
    [undefined, 'review-served'],
  ]);
  expect(waysOf(machineOf(PLAIN)).get('here')?.get('GO')).toEqual([
    { from: 'here', command: 'GO', to: 'there', branch: null, rules: [], deed: nothing },
  ]);
});

it.each<readonly [string, Partial<Config>]>([
  ['entry actions', { states: { ...PLAIN.states, there: { entry: 'effect' as never } } }],
  ['exit actions', { states: { ...PLAIN.states, there: { exit: 'effect' as never } } }],
  ['timers', { states: { ...PLAIN.states, there: { after: { 1000: to('here', nothing) } } } }],
  ['transitions by themselves', { states: { ...PLAIN.states, there: { always: to('here', nothing) } } }],
  ['nested states', { states: { ...PLAIN.states, there: { initial: 'inner', states: { inner: {} } } } }],
  ['final states', { states: { ...PLAIN.states, there: { type: 'final' } } }],
  ['wildcards', { states: { ...PLAIN.states, there: { on: { '*': stay(nothing) } } } }],
  ['wildcards of a kind', { states: { ...PLAIN.states, there: { on: { 'PET-FWD.*': stay(nothing) } } } }],
  ['forbidden commands', { states: { ...PLAIN.states, there: { on: { GO: undefined } } } }],
  ['transitions made by hand', { states: { ...PLAIN.states, there: { on: { GO: 'here' } } } }],
  [
    'other conditions than the table’s',
    { states: { ...PLAIN.states, there: { on: { GO: { ...stay(nothing), guard: stay(nothing).guard } } } } },
  ],
  [
    'more than one deed',
    { states: { ...PLAIN.states, there: { on: { GO: { ...stay(nothing), actions: [stay(nothing).actions, stay(nothing).actions] } } } } },
  ],
  ['states entered anew', { states: { ...PLAIN.states, there: { on: { GO: { ...stay(nothing), reenter: true } } } } }],
  ['several targets', { states: { ...PLAIN.states, there: { on: { GO: { ...stay(nothing), target: [] } } } } }],
  ['transitions of the whole chart', { on: { GO: stay(nothing) } }],
  ['actions of the whole chart', { entry: 'effect' as never }],
  ['parallel states', { type: 'parallel' }],
])('has no place for %s', (_what, change) => {
  const machine = machineOf({ ...PLAIN, ...change });
  expect(() => waysOf(machine)).toThrow(TypeError);
});
