import { sharesOf } from '../category-model.ts';

/** Margins of a text, and which of them belongs to its own category. */
export interface Outcome {
  readonly margins: readonly number[];
  readonly right: number;
}

/** The sharpness under which what happened is likeliest (least log loss), by golden section between 0.1 and 20; two decimals. */
export function fitSharpness(outcomes: readonly Outcome[]): number {
  const golden = (Math.sqrt(5) - 1) / 2;
  let [low, high] = [0.1, 20];
  for (let turn = 0; turn < 40; turn++) {
    const [left, right] = [high - golden * (high - low), low + golden * (high - low)];
    if (logLoss(outcomes, left) < logLoss(outcomes, right)) high = right;
    else low = left;
  }
  return Math.round(((low + high) / 2) * 100) / 100;
}

function logLoss(outcomes: readonly Outcome[], sharpness: number): number {
  return outcomes.reduce((sum, { margins, right }) => sum - Math.log(Math.max(sharesOf(margins, sharpness)[right] ?? 0, 1e-12)), 0);
}

/** How often a suggestion of this confidence was right. */
export interface Reliability {
  readonly from: number;
  readonly to: number;
  readonly count: number;
  readonly meanConfidence: number;
  readonly right: number;
}

/** Ten equal steps of confidence, empty ones left out; and the expected calibration error over them, 0 … 1. */
export function reliability(judged: readonly { readonly confidence: number; readonly right: boolean }[]): {
  readonly steps: readonly Reliability[];
  readonly error: number;
} {
  const steps = Array.from({ length: 10 }, (_, step) => {
    const inStep = judged.filter(({ confidence }) => Math.min(9, Math.floor(confidence * 10)) === step);
    const count = inStep.length;
    return {
      from: step / 10,
      to: (step + 1) / 10,
      count,
      meanConfidence: inStep.reduce((sum, { confidence }) => sum + confidence, 0) / (count || 1),
      right: inStep.filter(({ right }) => right).length / (count || 1),
    };
  }).filter(({ count }) => count > 0);
  const error = steps.reduce(
    (sum, { count, meanConfidence, right }) => sum + (count / judged.length) * Math.abs(meanConfidence - right),
    0,
  );
  return { steps, error };
}
