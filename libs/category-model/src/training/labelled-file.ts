import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { parse } from 'csv-parse/sync';
import type { Origin } from '../model-file.ts';
import { codeOfLabel } from './level-one.ts';
import type { Labelled } from './train.ts';

interface Row {
  readonly title: string;
  readonly narrative: string;
  readonly category1: string;
}

/** The labelled messages of a CSV file (columns title, narrative, category1) and where they come from. @throws for an unknown label */
export function readLabelled(file: string, seed: number): { readonly texts: readonly Labelled[]; readonly origin: Origin } {
  const bytes = readFileSync(file);
  const rows: Row[] = parse(bytes, { bom: true, columns: true });
  return {
    texts: rows.map(({ title, narrative, category1 }) => ({ title, narrative, code: codeOfLabel(category1) })),
    origin: { file: basename(file), rows: rows.length, sha256: createHash('sha256').update(bytes).digest('hex'), seed },
  };
}
