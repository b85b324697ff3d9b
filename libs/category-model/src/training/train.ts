import { CategoryModel } from '../category-model.ts';
import type { ClassWeights } from '../category-model.ts';
import { termCounts } from '../terms.ts';
import type { Wording } from '../terms.ts';
import { Vocabulary } from '../vocabulary.ts';
import { linearSvm } from './linear-svm.ts';
import type { Plane } from './linear-svm.ts';

/** A text whose level-1 category somebody decided. */
export interface Labelled extends Wording {
  readonly code: string;
}

/** A model of one plane a category, its weights in 255 steps each. @param sharpness see `fitSharpness`; 1 where only the order matters */
export function train(texts: readonly Labelled[], seed: number, sharpness = 1): CategoryModel {
  const counts = texts.map((text) => termCounts(text));
  const vocabulary = Vocabulary.of(counts);
  const vectors = counts.map((each) => vocabulary.vector(each));
  const codes = [...new Set(texts.map(({ code }) => code))].sort();
  const classes = codes.map((code) => {
    const isMember = texts.map((text) => text.code === code);
    return quantised(code, linearSvm(vectors, isMember, vocabulary.terms.length, seed));
  });
  return new CategoryModel(vocabulary, classes, sharpness);
}

function quantised(code: string, { weights, bias }: Plane): ClassWeights {
  const step = weights.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0) / 127 || 1;
  return { code, weights: Int8Array.from(weights, (weight) => Math.round(weight / step)), step, bias };
}
