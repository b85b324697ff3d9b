import type { Pool } from 'pg';
import type { CalendarData, Edition, LawMaterial, RulePack } from '#libs/domain';
import { firstEdition, OFFICIAL_CALENDARS, PROCEDURE_DEFINITIONS, RULE_PACKS } from '#libs/domain';

type Reader = Pick<Pool, 'query'>;

export interface StoredLaw {
  /** What ships with the product, then what was published here, in the order of publication. */
  readonly material: LawMaterial;
  readonly editions: readonly Edition[];
}

/**
 * The law as this installation has it; without editions nothing was kept yet and `firstEdition` is in force.
 *
 * @param procedures definitions are code: those of this version of the product, the newest first
 */
export async function readLaw(pool: Reader, procedures: LawMaterial['procedures'] = PROCEDURE_DEFINITIONS): Promise<StoredLaw> {
  const { rows } = await pool.query<{
    calendars: readonly CalendarData[] | null;
    packs: readonly RulePack[] | null;
    editions: readonly Edition[] | null;
  }>(
    `select (select json_agg(data order by published_at, version) from jiefen.calendars) as calendars,
            (select json_agg(data order by uploaded_at, id) from jiefen.rule_packs) as packs,
            (select json_agg(data order by number) from jiefen.editions) as editions`,
  );
  const [row] = rows;
  const calendars = withPublished(OFFICIAL_CALENDARS, row?.calendars ?? [], ({ version }) => version);
  const rulePacks = withPublished(RULE_PACKS, row?.packs ?? [], ({ id }) => id);
  return { material: { calendars, rulePacks, procedures }, editions: row?.editions ?? [] };
}

function withPublished<T>(shipped: readonly T[], published: readonly T[], nameOf: (one: T) => string): readonly T[] {
  const names = new Set(shipped.map(nameOf));
  return [...shipped, ...published.filter((one) => !names.has(nameOf(one)))];
}

/** The number of the edition in force; undefined where none was kept yet. */
export async function latestEdition(pool: Reader): Promise<number | undefined> {
  return (await pool.query<{ number: number }>('select number from jiefen.editions order by number desc limit 1')).rows[0]?.number;
}

/** Writes down what is in force at the first start, so that what a later release ships comes into force by a switch alone. */
export async function keepFirstEdition(pool: Reader): Promise<void> {
  if ((await latestEdition(pool)) !== undefined) return;
  const { material } = await readLaw(pool);
  await pool.query('insert into jiefen.editions(number, data) values (1, $1) on conflict do nothing', [
    JSON.stringify(firstEdition(material)),
  ]);
}
