import { readFileSync } from 'node:fs';
import { CategoryModel } from './category-model.ts';
import { termOf, textOf } from './terms.ts';
import { Vocabulary } from './vocabulary.ts';

const FORMAT = 1;
const TRAINED = new URL('./trained/categories.model.json', import.meta.url);

/** What a model was trained on. */
export interface Origin {
  readonly file: string;
  readonly rows: number;
  /** Of the file's bytes, hex. */
  readonly sha256: string;
  readonly seed: number;
}

interface ModelFile {
  readonly format: number;
  readonly trainedOn: Origin;
  readonly sharpness: number;
  /** Terms of one character, then those of two, each without separators. */
  readonly singles: string;
  readonly pairs: string;
  /** Base64 of little-endian 16-bit counts, a term each: how many of the texts hold it. */
  readonly textsWith: string;
  readonly classes: readonly { readonly code: string; readonly step: number; readonly bias: number; readonly weights: string }[];
}

let loaded: CategoryModel | undefined;

/** The model that comes with the product, read from its file on first use (some 10 ms) and kept. No network. */
export function categoryModel(): CategoryModel {
  return (loaded ??= parseModel(readFileSync(TRAINED, 'utf8')));
}

/** How much a pair of characters tells, by how many of the messages that the model was trained on hold it; ≥ 0. */
export function rarityOfPair(pair: string): number {
  return categoryModel().vocabulary.rarityOf(termOf(pair));
}

/** The text of a model's file: the same model gives the same text. */
export function formatModel({ vocabulary, classes, sharpness }: CategoryModel, trainedOn: Origin): string {
  const terms = Array.from(vocabulary.terms, textOf);
  const textsWith = Buffer.alloc(terms.length * 2);
  for (const [at, holding] of vocabulary.textsWith.entries()) textsWith.writeUInt16LE(holding, at * 2);
  const file: ModelFile = {
    format: FORMAT,
    trainedOn,
    sharpness,
    singles: terms.filter((term) => term.length === 1).join(''),
    pairs: terms.filter((term) => term.length === 2).join(''),
    textsWith: textsWith.toString('base64'),
    classes: classes.map(({ code, step, bias, weights }) => ({ code, step, bias, weights: Buffer.from(weights).toString('base64') })),
  };
  return `${JSON.stringify(file, null, 2)}\n`;
}

/** @throws for another format than this version writes */
export function parseModel(text: string): CategoryModel {
  const file = JSON.parse(text) as ModelFile;
  if (file.format !== FORMAT) throw new Error(`a category model of format ${String(file.format)}, not ${String(FORMAT)}`);
  const terms = Int32Array.from([...(file.singles.match(/./g) ?? []), ...(file.pairs.match(/../g) ?? [])], termOf);
  const counts = Buffer.from(file.textsWith, 'base64');
  const textsWith = Uint16Array.from(terms, (_, at) => counts.readUInt16LE(at * 2));
  return new CategoryModel(
    new Vocabulary(terms, textsWith, file.trainedOn.rows),
    file.classes.map(({ code, step, bias, weights }) => ({ code, step, bias, weights: new Int8Array(Buffer.from(weights, 'base64')) })),
    file.sharpness,
  );
}
