import type { CalendarData, Edition, LawMaterial, LawSubject, RulePack } from '#libs/domain';
import { isInForce, nextEdition } from '#libs/domain';

/** What a switch is asked to bring into force; a calendar or rule pack that isn't here yet comes with it. */
export interface LawChange {
  readonly subject: LawSubject;
  readonly calendar?: CalendarData;
  readonly rulePack?: RulePack;
}

/** `cn-2027.1`, `national-2022.2`, `petition@2`. */
export function nameOf(subject: LawSubject): string {
  return subject.kind === 'procedure' ? `${subject.id}@${String(subject.version)}` : subject.id;
}

export function subjectOf(kind: LawSubject['kind'], name: string): LawSubject {
  if (kind !== 'procedure') return { kind, id: name };
  const [id = '', version] = name.split('@');
  return { kind, id, version: Number(version) };
}

/** All there is, with what comes along. */
export function materialWith(material: LawMaterial, { calendar, rulePack }: LawChange): LawMaterial {
  return {
    ...material,
    calendars: calendar === undefined ? material.calendars : [...material.calendars, calendar],
    rulePacks: rulePack === undefined ? material.rulePacks : [...material.rulePacks, rulePack],
  };
}

/** The edition after the switch; the same one where the subject is in force already and only running cases are left to move. */
export function editionAfter(edition: Edition, subject: LawSubject): Edition {
  return isInForce(edition, subject) ? edition : nextEdition(edition, subject);
}
