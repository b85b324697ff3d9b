import type { SparseVector } from '../vocabulary.ts';
import { seededOrder } from './seeded-order.ts';

/** Weight of mistakes against the size of the weights. */
const COST = 2;
const MOST_PASSES = 30;
const PRECISION = 1e-3;

export interface Plane {
  readonly weights: Float64Array;
  readonly bias: number;
}

/**
 * The plane that divides one class from the rest: a linear support vector machine with squared hinge loss, by dual coordinate
 * descent (Hsieh et al., ICML 2008, algorithm 1). Deterministic for a seed.
 *
 * @param size number of terms of the vocabulary
 */
export function linearSvm(texts: readonly SparseVector[], isMember: readonly boolean[], size: number, seed: number): Plane {
  const weights = new Float64Array(size);
  let bias = 0;
  const soft = 1 / (2 * COST);
  const alpha = new Float64Array(texts.length);
  const diagonal = texts.map(({ values }) => values.reduce((sum, value) => sum + value * value, 1) + soft);
  for (let pass = 0; pass < MOST_PASSES; pass++) {
    let worst = 0;
    for (const at of seededOrder(texts.length, seed + pass)) {
      const text = texts[at];
      if (text === undefined) continue;
      const sign = isMember[at] === true ? 1 : -1;
      const before = alpha[at] ?? 0;
      const gradient = (dot(weights, text) + bias) * sign - 1 + soft * before;
      const projected = before === 0 ? Math.min(gradient, 0) : gradient;
      worst = Math.max(worst, Math.abs(projected));
      if (projected === 0) continue;
      alpha[at] = Math.max(before - gradient / (diagonal[at] ?? 1), 0);
      const change = ((alpha[at] ?? 0) - before) * sign;
      for (let n = 0; n < text.numbers.length; n++) {
        const number = text.numbers[n] ?? 0;
        weights[number] = (weights[number] ?? 0) + change * (text.values[n] ?? 0);
      }
      bias += change;
    }
    if (worst < PRECISION) break;
  }
  return { weights, bias };
}

function dot(weights: Float64Array, { numbers, values }: SparseVector): number {
  let sum = 0;
  for (let n = 0; n < numbers.length; n++) sum += (weights[numbers[n] ?? 0] ?? 0) * (values[n] ?? 0);
  return sum;
}
