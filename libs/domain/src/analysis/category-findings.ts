import type { Directory } from '../case/directory.ts';
import { lowestUnit } from '../routing/levels.ts';
import type { Finding } from './finding.ts';

const NOBODY: ReadonlySet<string> = new Set();

/**
 * Categories that would fall to the petition office as the last resort: at some place nobody of their owner's function stands at
 * or above their lowest level. At most one finding a category.
 *
 * @param places division codes to route from, usually the counties
 */
export function categoryFindings(directory: Directory, places: readonly string[]): readonly Finding[] {
  return directory.categories().flatMap(({ code, path, owner, lowestLevel }) => {
    const from = places.find(
      (place) => lowestUnit({ function: owner, from: place, floor: lowestLevel, excluded: NOBODY }, directory) === undefined,
    );
    if (from === undefined) return [];
    const counterexample = `${code} (${path}) at ${from}: no unit of ${owner} at or above the ${lowestLevel}`;
    return [{ kind: 'gap', where: 'categories', counterexample } satisfies Finding];
  });
}
