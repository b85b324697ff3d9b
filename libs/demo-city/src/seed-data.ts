import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Category, DivisionRow } from '#libs/domain';
import { packageRoot } from '#libs/persistence';

export interface FunctionName {
  readonly code: string;
  readonly zh: string;
  readonly en: string;
}

export interface SeedData {
  readonly divisions: readonly DivisionRow[];
  readonly categories: readonly Category[];
  readonly functions: readonly FunctionName[];
}

/**
 * The official lists under prisma/seed/data: divisions, categories, functions; the same files from source, build and
 * container.
 */
export function readSeedData(): SeedData {
  const folder = join(packageRoot(), 'prisma', 'seed', 'data');
  // The files ship with the program; their shape is checked by the spec beside this file, not on every start.
  const read = (name: string): unknown => JSON.parse(readFileSync(join(folder, name), 'utf8'));
  const { rows } = read('divisions-430400.json') as { rows: readonly (readonly [string, string, string | null])[] };
  return {
    divisions: rows.map(([code, name, parent]) => ({ code, name, parent })),
    categories: read('categories.json') as readonly Category[],
    functions: read('functions.json') as readonly FunctionName[],
  };
}
