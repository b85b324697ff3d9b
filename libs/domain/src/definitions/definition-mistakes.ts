import { COMMANDS } from './commands.ts';
import { entitledTo } from './command-spec.ts';
import type { ProcedureDefinition, TransitionRow } from './definition.ts';

/** What a definition is judged by; a counter-example is a table with one thing wrong. */
export type Judged = Pick<ProcedureDefinition, 'id' | 'initial' | 'states' | 'transitions' | 'deadlines'>;

const LAST = 'archived';
/** Passing on and objecting could go round for ever: each must be bounded by its rule (Art 24). */
const BOUNDED: Readonly<Record<string, string>> = {
  FORWARD: 'hops-left',
  ASSIGN: 'hops-left',
  OBJECT: 'objection-once',
  REDO: 'redo-once',
};

function reachable(from: string, next: (state: string) => readonly string[]): ReadonlySet<string> {
  const seen = new Set([from]);
  const waiting = [from];
  for (let state = waiting.pop(); state !== undefined; state = waiting.pop()) {
    for (const one of next(state)) {
      if (seen.has(one)) continue;
      seen.add(one);
      waiting.push(one);
    }
  }
  return seen;
}

function ruleOfPassing(command: string): string | null {
  return command.endsWith('.passed') ? command.slice(0, -'.passed'.length) : null;
}

function rowMistakes({ id, states, deadlines }: Judged, { from, command, to, rules }: TransitionRow): readonly string[] {
  const row = `${id}: ${from} –${command}→ ${to}`;
  const mistakes: string[] = [];
  if (!states.includes(to)) mistakes.push(`${row}: there is no such state`);
  const passing = ruleOfPassing(command);
  const spec = COMMANDS[command];
  if (passing !== null && !deadlines.includes(passing)) mistakes.push(`${row}: the procedure has no such deadline`);
  if (passing === null && (spec === undefined || entitledTo(spec, id).length === 0)) mistakes.push(`${row}: nobody may send it`);
  const bound = BOUNDED[command];
  if (bound !== undefined && !rules.includes(bound) && id !== 'accusation') mistakes.push(`${row}: not bounded by ${bound}`);
  return mistakes;
}

/** What waits must end: by a person who may, or by a deadline. */
function stateMistakes({ id, transitions }: Judged, state: string): readonly string[] {
  if (state === LAST) return [];
  const out = transitions.filter((one) => one.from === state && one.to !== state);
  if (out.length === 0) return [`${id}: ${state} is a dead end`];
  const next = (from: string): readonly string[] => transitions.filter((one) => one.from === from).map((one) => one.to);
  return reachable(state, next).has(LAST) ? [] : [`${id}: ${state} never comes to ${LAST}`];
}

/**
 * Everything that is wrong with a definition, each with its counter-example: unknown targets, commands nobody may send, dead
 * ends, states that nothing leads to, passing-on without a bound. Empty for a sound one.
 */
export function definitionMistakes(definition: Judged): readonly string[] {
  const { id, initial, states, transitions } = definition;
  const reached = reachable(initial, (from) => transitions.filter((one) => one.from === from).map((one) => one.to));
  return [
    ...transitions.flatMap((row) => rowMistakes(definition, row)),
    ...states.flatMap((state) => stateMistakes(definition, state)),
    ...states.filter((state) => !reached.has(state)).map((state) => `${id}: nothing leads to ${state}`),
  ];
}
