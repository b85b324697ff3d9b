import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Category, DivisionRow } from '#libs/domain';

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

const FOLDER = join('prisma', 'seed', 'data');

/**
 * The official lists under prisma/seed/data: divisions, categories, functions. Found by walking up from this file, so that
 * source, build and container read the same files.
 */
export function readSeedData(): SeedData {
  const folder = seedFolder(dirname(fileURLToPath(import.meta.url)));
  // The files ship with the program; their shape is checked by the spec beside this file, not on every start.
  const read = (name: string): unknown => JSON.parse(readFileSync(join(folder, name), 'utf8'));
  const { rows } = read('divisions-430400.json') as { rows: readonly (readonly [string, string, string | null])[] };
  return {
    divisions: rows.map(([code, name, parent]) => ({ code, name, parent })),
    categories: read('categories.json') as readonly Category[],
    functions: read('functions.json') as readonly FunctionName[],
  };
}

function seedFolder(from: string): string {
  for (let at = from; ; at = dirname(at)) {
    const folder = join(at, FOLDER);
    if (existsSync(join(folder, 'functions.json'))) return folder;
    if (dirname(at) === at) throw new Error(`${FOLDER} is missing: it belongs to the program's own files`);
  }
}
