import type { CalendarData } from '../calendar/calendar-data.ts';
import type { ProcedureDefinition } from '../definitions/definition.ts';
import type { RulePack } from '../rule-packs/rule.ts';

/**
 * Which versions are in force for whatever begins: names only, the newest of each last. Editions are numbered from 1 and
 * never changed; each switch makes the next one. What a later release of the product ships comes into force by a switch.
 */
export interface Edition {
  readonly number: number;
  readonly calendars: readonly string[];
  readonly rulePacks: readonly string[];
  /** The version in force by procedure. */
  readonly procedures: Readonly<Record<string, number>>;
}

/** Everything that editions may name, in the order in which it came. */
export interface LawMaterial {
  readonly calendars: readonly CalendarData[];
  readonly rulePacks: readonly RulePack[];
  /** The newest of each procedure first. */
  readonly procedures: readonly ProcedureDefinition[];
}

/** One version that a switch brings into force. */
export type LawSubject =
  | { readonly kind: 'calendar'; readonly id: string }
  | { readonly kind: 'rule-pack'; readonly id: string }
  | { readonly kind: 'procedure'; readonly id: string; readonly version: number };

/** The edition that an installation starts with: all there is, the newest of it in force. */
export function firstEdition({ calendars, rulePacks, procedures }: LawMaterial): Edition {
  const newest: Record<string, number> = {};
  for (const { id, version } of procedures) newest[id] = Math.max(newest[id] ?? 0, version);
  return { number: 1, calendars: calendars.map(({ version }) => version), rulePacks: rulePacks.map(({ id }) => id), procedures: newest };
}

/** The edition after it, with one version more in force. A version that was in force before comes back to the end of its list. */
export function nextEdition(edition: Edition, subject: LawSubject): Edition {
  const number = edition.number + 1;
  const last = (names: readonly string[]): readonly string[] => [...names.filter((name) => name !== subject.id), subject.id];
  if (subject.kind === 'procedure') return { ...edition, number, procedures: { ...edition.procedures, [subject.id]: subject.version } };
  return subject.kind === 'calendar'
    ? { ...edition, number, calendars: last(edition.calendars) }
    : { ...edition, number, rulePacks: last(edition.rulePacks) };
}

/** Whether whatever begins goes by it already. */
export function isInForce(edition: Edition, subject: LawSubject): boolean {
  if (subject.kind === 'procedure') return edition.procedures[subject.id] === subject.version;
  return (subject.kind === 'calendar' ? edition.calendars : edition.rulePacks).includes(subject.id);
}
