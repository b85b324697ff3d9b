import { OFFICIAL_CALENDARS, directoryFrom } from '#libs/domain';
import type { ClientBase } from 'pg';
import { cityUnits } from './city-units.ts';
import { inTransaction } from './in-transaction.ts';
import { readSeedData } from './seed-data.ts';

/**
 * Writes the divisions, categories, units and official calendars that the city works with, as the owner role, in one
 * transaction. Safe to repeat: official lists are brought up to date, units (whose names, reviewers and activity people
 * may have changed) and published calendars are left as they are.
 */
export async function seedOrganisation(client: ClientBase): Promise<void> {
  const data = readSeedData();
  const units = cityUnits(data);
  const directory = directoryFrom({ ...data, units });
  await inTransaction(client, async () => {
    await client.query(
      `insert into jiefen.divisions (code, name, level, parent, ancestors)
       select code, name, level, parent, ancestors
         from jsonb_to_recordset($1::jsonb) as r(code text, name text, level text, parent text, ancestors text[])
       on conflict (code) do update
         set name = excluded.name, level = excluded.level, parent = excluded.parent, ancestors = excluded.ancestors
       where (divisions.name, divisions.level, divisions.parent, divisions.ancestors)
         is distinct from (excluded.name, excluded.level, excluded.parent, excluded.ancestors)`,
      [JSON.stringify(directory.divisions().map((division) => ({ ...division, parent: division.ancestors[0] ?? null })))],
    );
    await client.query(
      `insert into jiefen.categories (code, path, owner_function, lowest_level, desk)
       select code, path, owner, "lowestLevel", desk
         from jsonb_to_recordset($1::jsonb) as r(code text, path text, owner text, "lowestLevel" text, desk text)
       on conflict (code) do update
         set path = excluded.path, owner_function = excluded.owner_function, lowest_level = excluded.lowest_level, desk = excluded.desk
       where (categories.path, categories.owner_function, categories.lowest_level, categories.desk)
         is distinct from (excluded.path, excluded.owner_function, excluded.lowest_level, excluded.desk)`,
      [JSON.stringify(data.categories)],
    );
    await client.query(
      `insert into jiefen.units (id, code, name, name_en, function, division, level, superior_id)
       select id, code, name, "nameEn", function, division, level, "superiorId"
         from jsonb_to_recordset($1::jsonb)
           as r(id uuid, code text, name text, "nameEn" text, function text, division text, level text, "superiorId" uuid)
       on conflict do nothing`,
      [JSON.stringify(units.map((unit) => ({ ...unit, code: directory.unit(unit.id)?.code, level: directory.unit(unit.id)?.level })))],
    );
    await client.query(
      `insert into jiefen.calendars (version, notice, data, published_at)
       select data->>'version', coalesce((select string_agg(source, '; ') from jsonb_array_elements_text(data->'sources') as source), ''),
              data, now() + ordinality * interval '1 millisecond'
         from jsonb_array_elements($1::jsonb) with ordinality as r(data, ordinality)
       on conflict (version) do nothing`,
      [JSON.stringify(OFFICIAL_CALENDARS)],
    );
  });
}
