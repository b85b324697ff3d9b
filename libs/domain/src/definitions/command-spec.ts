import type { WhoName } from '../access/who.ts';
import type { BilingualText } from '../case/decision.ts';
import type { ProcedureId, Role } from '../case/vocabulary.ts';
import type { Rule } from '../chart/rule.ts';

/** Where the caller puts what a register says of somebody: a `NamedLeader`, a `RegisteredHelper`. */
export type RegisterField = 'leader' | 'registeredHelper';

/** One kind of command, as data: what callers need to prepare it and to show it. */
export interface CommandSpec {
  readonly type: string;
  readonly label: BilingualText;
  /** Payload fields that are free text: they become encrypted documents and never stand in the event. */
  readonly texts: readonly string[];
  /** Payload fields that name a unit (an unknown one is 400); the caller resolves them into `command.units`. Without any, no unit is looked at. */
  readonly unitFields: readonly string[];
  /** Payload fields that name another case; the caller puts what the actor may know of into `command.cases`. */
  readonly caseFields: readonly string[];
  /** Payload fields that name a user; the caller checks them (400) and puts his unit into the payload as `<field>Unit`. */
  readonly userFields: readonly string[];
  /** Payload fields that name an entry of a register; the caller looks it up (400) and puts what it is under the name given here. */
  readonly registerFields: Readonly<Record<string, RegisterField>>;
  /** Roles that may ever send it. */
  readonly roles: readonly Role[];
  /** The petitioner may send it through the public page. */
  readonly public: boolean;
  /** Who is entitled, by relation to the case. */
  readonly who: readonly WhoName[];
  /** Where a procedure entitles others. */
  readonly whoIn?: Readonly<Partial<Record<ProcedureId, readonly WhoName[]>>>;
  /** Mistakes of the payload (400) in any state. */
  readonly checks: readonly Rule[];
  /** Mistakes of the payload that only make sense where the command fits. */
  readonly checksHere: readonly Rule[];
}

export function entitledTo(spec: CommandSpec, procedure: ProcedureId): readonly WhoName[] {
  return spec.whoIn?.[procedure] ?? spec.who;
}
