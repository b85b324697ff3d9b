import type { Pool, PoolClient } from 'pg';
import type { Directory, DomainEnv, Edition, Instant, LawMaterial } from '#libs/domain';
import { calendarMistakes, civilDateOf, firstEdition, lawBook, rulePackMistakes } from '#libs/domain';
import { readLaw } from '#libs/persistence';
import type { LawChange } from './law-change.ts';
import { editionAfter, materialWith } from './law-change.ts';
import { SwitchError } from './switch-error.ts';

/** What a change is looked at with. */
export interface Around {
  readonly directory: Directory;
  readonly procedures: LawMaterial['procedures'];
  /** Legal time. */
  readonly at: Instant;
}

/** The law as it is and as it would be. */
export interface ChangedLaw {
  readonly base: Edition;
  readonly after: Edition;
  /** Decides as it will be decided after the switch. */
  readonly env: DomainEnv;
}

function checkSubject({ procedures, calendars, rulePacks }: LawMaterial, { subject }: LawChange): void {
  const known =
    subject.kind === 'procedure'
      ? procedures.some(({ id, version }) => id === subject.id && version === subject.version)
      : subject.kind === 'calendar'
        ? calendars.some(({ version }) => version === subject.id)
        : rulePacks.some(({ id }) => id === subject.id);
  if (!known) throw new SwitchError('switch.unknown_subject');
}

/** What comes along must be new and sound. @param today legal date: a pack published here doesn't reach back behind it */
function checkMaterial(material: LawMaterial, base: Edition, { calendar, rulePack }: LawChange, today: string): void {
  if (calendar !== undefined) {
    if (material.calendars.some(({ version }) => version === calendar.version)) throw new SwitchError('switch.exists');
    const mistakes = [...calendarMistakes(calendar)];
    if (calendar.extends !== undefined && !base.calendars.includes(calendar.extends))
      mistakes.push(`extends ${calendar.extends}, which is not in force`);
    if (mistakes.length > 0) throw new SwitchError('switch.mistakes', mistakes);
  }
  if (rulePack !== undefined) {
    if (material.rulePacks.some(({ id }) => id === rulePack.id)) throw new SwitchError('switch.exists');
    const inForce = material.rulePacks.filter(({ id }) => base.rulePacks.includes(id));
    const mistakes = [...rulePackMistakes([...inForce, rulePack])];
    if (rulePack.effectiveFrom < today) mistakes.push(`${rulePack.id}: it would be in force before it is published (${today})`);
    if (mistakes.length > 0) throw new SwitchError('switch.mistakes', mistakes);
  }
}

/** Reads the law and puts the change on top. @throws SwitchError for what can't come into force */
export async function changedLaw(client: Pool | PoolClient, change: LawChange, { directory, procedures, at }: Around): Promise<ChangedLaw> {
  const { material, editions } = await readLaw(client, procedures);
  const base = editions.at(-1) ?? firstEdition(material);
  checkMaterial(material, base, change, civilDateOf(at));
  const all = materialWith(material, change);
  checkSubject(all, change);
  const after = editionAfter(base, change.subject);
  const known = editions.length === 0 ? [base] : editions;
  return { base, after, env: lawBook(all, after === base ? known : [...known, after], directory) };
}
