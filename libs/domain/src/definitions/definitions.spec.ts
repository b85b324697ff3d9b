import type { ProcedureId } from '../case/vocabulary.ts';
import { isKeptElsewhere, RULE_PACKS } from '../rule-packs/index.ts';
import type { Rung } from '../rule-packs/index.ts';
import { COMMANDS } from './commands.ts';
import type { Judged } from './definition-mistakes.ts';
import { definitionMistakes } from './definition-mistakes.ts';
import { currentDefinition, definitionOf, PROCEDURE_DEFINITIONS } from './procedures.ts';
import { stateLabel } from './state-labels.ts';

const petition = currentDefinition('petition');

const ROADS: ReadonlySet<string> = new Set([
  'right-lapses',
  'route-closed',
  'end-or-extend',
  'may-arbitrate',
  'failed',
  'return-to-court',
  'remind',
  'convert-to-ordinary',
]);

const isAnsweredFor = (rung: Rung | undefined): boolean => rung?.step === 'escalate' && rung.to === 'leader';

/** The petition's table with something changed. */
function wrong(change: (table: Judged) => Partial<Judged>): readonly string[] {
  return definitionMistakes({ ...petition, ...change(petition) });
}

it.each(PROCEDURE_DEFINITIONS.map((one) => [one.id, one] as const))('finds nothing wrong with %s', (_id, definition) => {
  expect(definitionMistakes(definition)).toEqual([]);
  for (const state of definition.states) expect(stateLabel(definition.id, state).zh).toMatch(/\p{Script=Han}/u);
});

it('shows the counter-example of each thing that may be wrong', () => {
  const without = (match: (row: Judged['transitions'][number]) => boolean) => (table: Judged) => ({
    transitions: table.transitions.filter((row) => !match(row)),
  });
  expect(wrong(without((row) => row.from === 'answered' && row.to !== row.from))).toContain('petition: answered is a dead end');
  expect(wrong(without((row) => row.to === 'archived'))).toContain('petition: registered never comes to archived');
  expect(wrong(without((row) => row.to === 'guided'))).toContain('petition: nothing leads to guided');
  const first = petition.transitions.find((row) => row.command === 'FORWARD');
  if (first === undefined) throw new Error('no FORWARD');
  const added = (row: Partial<typeof first>) => (table: Judged) => ({ transitions: [...table.transitions, { ...first, ...row }] });
  expect(wrong(added({ to: 'nowhere' }))).toContain('petition: registered –FORWARD→ nowhere: there is no such state');
  expect(wrong(added({ rules: [] }))).toContain('petition: registered –FORWARD→ routed: not bounded by hops-left');
  expect(wrong(added({ command: 'DANCE' }))).toContain('petition: registered –DANCE→ routed: nobody may send it');
  expect(wrong(added({ command: 'PET-DANCE.passed' }))).toContain(
    'petition: registered –PET-DANCE.passed→ routed: the procedure has no such deadline',
  );
});

it('has neither timers nor actors in its charts', () => {
  for (const { machine } of PROCEDURE_DEFINITIONS) {
    for (const node of Object.values(machine.root.states)) {
      expect([node.after.length, node.invoke.length, node.always?.length ?? 0, node.entry.length, node.exit.length, node.type]).toEqual([
        0,
        0,
        0,
        0,
        0,
        'atomic',
      ]);
    }
  }
});

it('names deadlines that some rule pack knows, and every ladder of a duty ends at somebody who answers for it', () => {
  const rules = new Map(RULE_PACKS.flatMap((pack) => pack.rules.map((rule) => [rule.id, rule] as const)));
  for (const id of new Set(PROCEDURE_DEFINITIONS.flatMap((one) => one.deadlines))) {
    const rule = rules.get(id);
    // Others open another road by law, or turn into the ordinary procedure, which is answered for by that one's clock.
    const lapses = ROADS.has(rule?.onExpiry ?? '');
    const elsewhere = rule !== undefined && isKeptElsewhere(rule);
    expect([id, rule?.ladder.some((rung) => rung.step === 'pass'), lapses || elsewhere || isAnsweredFor(rule?.ladder.at(-1))]).toEqual([
      id,
      true,
      true,
    ]);
  }
});

it('keeps every command in some procedure, and definitions by their version', () => {
  const used = new Set(PROCEDURE_DEFINITIONS.flatMap((one) => one.commands));
  expect(Object.keys(COMMANDS).filter((type) => !used.has(type))).toEqual([]);
  expect(definitionOf('petition', 1)).toBe(petition);
  expect(() => definitionOf('petition', 99)).toThrow(RangeError);
  expect(() => currentDefinition('unheard-of' as ProcedureId)).toThrow(RangeError);
});
