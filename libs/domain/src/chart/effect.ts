import type { BilingualText, CommandToSend, Fact, Notice } from '../case/decision.ts';
import type { ProcedureId, Role } from '../case/vocabulary.ts';
import type { DeadlineEffect } from '../deadlines/deadline-effects.ts';

/** What a transition asks for besides the next state: the parameter of the charts' one action. */
export type Effect =
  | { readonly kind: 'fact'; readonly fact: Fact }
  | { readonly kind: 'deadline'; readonly change: DeadlineEffect }
  | { readonly kind: 'notice'; readonly notice: Notice }
  /** Another case is told by a command of the engine's. */
  | { readonly kind: 'send'; readonly command: CommandToSend }
  /** The case goes on in another procedure, in the state of the same name, by the version in force. */
  | { readonly kind: 'procedure'; readonly procedure: ProcedureId };

/** One kind of fact, for the event catalogue. */
export interface FactSpec {
  readonly text: BilingualText;
  /** Names of what `data` may hold: codes, ids, dates, numbers. */
  readonly data: readonly string[];
}

/** Makes facts of one catalogue only. Facts and their data name their keys in the order of canonical JSON, which they are stored in. */
export function factsOf<T extends string>(_catalogue: Readonly<Record<T, FactSpec>>) {
  return (type: T, data?: Fact['data']): Effect => ({ kind: 'fact', fact: data === undefined ? { type } : { data, type } });
}

export function deadline(change: DeadlineEffect): Effect {
  return { kind: 'deadline', change };
}

/** The rules' open deadlines are done: in time, or late where they have fired. */
export function met(...rules: readonly string[]): readonly Effect[] {
  return rules.map((rule) => deadline({ kind: 'end', rule, how: 'met' }));
}

/** The rules' open deadlines fall away without having been done. */
export function cancelled(...rules: readonly string[]): readonly Effect[] {
  return rules.map((rule) => deadline({ kind: 'end', rule, how: 'cancelled' }));
}

export function superseded(...rules: readonly string[]): readonly Effect[] {
  return rules.map((rule) => deadline({ kind: 'end', rule, how: 'superseded' }));
}

export function notify(kind: string, unitId: string, roles: readonly Role[]): Effect {
  return { kind: 'notice', notice: { kind, unitId, roles } };
}
