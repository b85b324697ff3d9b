import type { CaseContext, CivilDate, Deadline, Fact, Instant, PartyKind, PartyRole, Rule } from '#libs/domain';

/** A recorded event of the case, with the free texts that were given with it. */
export interface Recorded {
  readonly seq: number;
  readonly at: Instant;
  readonly facts: readonly Fact[];
  /** Codes, ids and dates of the command. */
  readonly payload: Readonly<Record<string, unknown>>;
  readonly texts: Readonly<Record<string, string>>;
  readonly actorUnitId: string | null;
}

/** A party as whoever makes the letter may read it: its name, or the mask of it. */
export interface NamedParty {
  readonly id: string;
  readonly role: PartyRole;
  readonly kind: PartyKind;
  readonly name: string;
}

/** A deadline that the told event started or changed, with its rule. */
export interface TimedDeadline {
  readonly deadline: Deadline;
  readonly rule: Rule;
}

/** The recorded facts that a letter is composed of; nothing in it was typed for the letter. */
export interface LetterSource {
  readonly caseNo: string;
  readonly title: string;
  readonly context: CaseContext;
  /** Everything up to the event that the letter tells of, oldest first; that event is the last. */
  readonly history: readonly Recorded[];
  /** The type of the fact told. */
  readonly told: string;
  readonly deadlines: readonly TimedDeadline[];
  readonly parties: readonly NamedParty[];
  /** In whose name. */
  readonly unitId: string;
  readonly no: string;
  readonly madeOn: CivilDate;
  unitName(unitId: string): string;
  /** Who reviews that unit's opinions (Art 35). */
  reviewersOf(unitId: string): readonly string[];
  /** A rule in force for the place of the case on the day of the event. */
  rule(id: string): Rule | undefined;
  /** The number of a letter made before of the last event with this fact; null where none was. */
  letterNo(told: readonly string[]): string | null;
}
