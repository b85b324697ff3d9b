import { calendarBook } from '../calendar/calendar-book.ts';
import type { Directory } from '../case/directory.ts';
import type { DomainEnv, LawInForce } from '../case/env.ts';
import { procedureBook } from '../definitions/procedures.ts';
import type { Edition, LawMaterial } from './edition.ts';
import { firstEdition } from './edition.ts';

function named<T>(names: readonly string[], all: readonly T[], nameOf: (one: T) => string, what: string): readonly T[] {
  const byName = new Map(all.map((one) => [nameOf(one), one]));
  return names.map((name) => {
    const found = byName.get(name);
    if (found === undefined) throw new RangeError(`${what} ${name} is in force, but this version of the product doesn't have it`);
    return found;
  });
}

/**
 * What decisions are taken with under the last of the editions; earlier ones are at hand for folding what was decided under
 * them. Without any edition it is the first, of all the material.
 *
 * @throws RangeError when an edition names something that isn't among the material, or the numbers leave a gap.
 */
export function lawBook(material: LawMaterial, editions: readonly Edition[], directory: Directory): DomainEnv {
  const all = editions.length === 0 ? [firstEdition(material)] : editions;
  const built = new Map<number, DomainEnv>();
  const build = (edition: Edition): DomainEnv => {
    const law: LawInForce = {
      edition: edition.number,
      procedures: procedureBook(material.procedures, edition.procedures),
      earlier: (number) => {
        const known = built.get(number);
        if (known !== undefined) return known;
        const wanted = all[number - 1];
        if (wanted === undefined) throw new RangeError(`there was no edition ${String(number)} of the law`);
        return build(wanted);
      },
    };
    const env: DomainEnv = {
      calendars: calendarBook(named(edition.calendars, material.calendars, ({ version }) => version, 'calendar')),
      rulePacks: named(edition.rulePacks, material.rulePacks, ({ id }) => id, 'rule pack'),
      directory,
      law,
    };
    built.set(edition.number, env);
    return env;
  };
  for (const [i, { number }] of all.entries()) if (number !== i + 1) throw new RangeError(`edition ${String(i + 1)} of the law is missing`);
  const last = all.at(-1);
  if (last === undefined) throw new RangeError('there is no edition of the law');
  return build(last);
}

/** What a stored command was decided with. @throws RangeError for an edition that never was */
export function asOfEdition(env: DomainEnv, edition: number | undefined): DomainEnv {
  if (env.law === undefined || edition === env.law.edition) return env;
  return env.law.earlier(edition ?? 1);
}
