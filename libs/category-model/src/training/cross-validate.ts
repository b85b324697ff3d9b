import { termCounts } from '../terms.ts';
import { seededOrder } from './seeded-order.ts';
import { train } from './train.ts';
import type { Labelled } from './train.ts';

/** A text judged by a model that was trained without it. */
export interface Judged<T extends Labelled> {
  readonly text: T;
  readonly fold: number;
  /** Of each level-1 category, before sharpening. */
  readonly margins: readonly number[];
  readonly codes: readonly string[];
}

/** Texts of one category dealt out evenly, in an order drawn from the seed: the fold of each text. */
export function stratifiedFolds(texts: readonly Labelled[], folds: number, seed: number): readonly number[] {
  const foldOf = new Array<number>(texts.length).fill(0);
  let dealt = 0;
  const order = seededOrder(texts.length, seed);
  for (const code of [...new Set(texts.map((text) => text.code))].sort())
    for (const at of order) if (texts[at]?.code === code) foldOf[at] = dealt++ % folds;
  return foldOf;
}

/** Judges every text by the model that the other folds give. */
export function crossValidate<T extends Labelled>(texts: readonly T[], folds: number, seed: number): readonly Judged<T>[] {
  const foldOf = stratifiedFolds(texts, folds, seed);
  return Array.from({ length: folds }, (_, fold) => fold).flatMap((fold) => {
    const model = train(
      texts.filter((_, at) => foldOf[at] !== fold),
      seed,
    );
    const codes = model.classes.map(({ code }) => code);
    return texts
      .filter((_, at) => foldOf[at] === fold)
      .map((text) => ({ text, fold, codes, margins: model.margins(model.vocabulary.vector(termCounts(text))) }));
  });
}
