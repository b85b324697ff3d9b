import { DecidingWords } from './deciding-words.ts';
import { termCounts } from './terms.ts';
import type { Term, Wording } from './terms.ts';
import type { SparseVector, Vocabulary } from './vocabulary.ts';

/** One weight a term, in steps of `step`. */
export interface ClassWeights {
  /** Code of the level-1 category. */
  readonly code: string;
  readonly weights: Int8Array;
  readonly step: number;
  readonly bias: number;
}

/** What the model makes of one text. */
export interface Reading {
  /** Share of each level-1 category it was trained on, together 1; calibrated in cross-validation. */
  readonly shares: ReadonlyMap<string, number>;
  /** How many different terms of the text it knows. */
  readonly terms: number;
  /** The words that spoke most for one of them, strongest first, at most five; none for a code it wasn't trained on. */
  wordsFor(code: string): readonly string[];
}

/** A linear model over characters and pairs of them: the level-1 category of a title and a narrative. */
export class CategoryModel {
  constructor(
    readonly vocabulary: Vocabulary,
    readonly classes: readonly ClassWeights[],
    /** Factor of the margins in the exponent; what makes the shares calibrated. */
    readonly sharpness: number,
  ) {}

  read(wording: Wording): Reading {
    const vector = this.vocabulary.vector(termCounts(wording));
    const shares = sharesOf(this.margins(vector), this.sharpness);
    let words: DecidingWords | undefined;
    return {
      shares: new Map(this.classes.map(({ code }, at) => [code, shares[at] ?? 0])),
      terms: vector.numbers.length,
      wordsFor: (code) => {
        const ofCode = this.classes.find((one) => one.code === code);
        if (ofCode === undefined) return [];
        words ??= new DecidingWords(wording);
        return words.by(this.#contributions(vector, ofCode));
      },
    };
  }

  /** The signed distance from each class's plane, in the order of `classes`. */
  margins(vector: SparseVector): readonly number[] {
    return this.classes.map(({ weights, step, bias }) => {
      const { numbers, values } = vector;
      let sum = 0;
      for (let at = 0; at < numbers.length; at++) sum += (weights[numbers[at] ?? 0] ?? 0) * (values[at] ?? 0);
      return sum * step + bias;
    });
  }

  /** How much each term of the text speaks for this class rather than for the mean of all. */
  #contributions(vector: SparseVector, { weights, step }: ClassWeights): ReadonlyMap<Term, number> {
    const contributions = new Map<Term, number>();
    for (const [at, number] of vector.numbers.entries()) {
      const mean = this.classes.reduce((sum, one) => sum + (one.weights[number] ?? 0) * one.step, 0) / this.classes.length;
      const term = this.vocabulary.terms[number];
      if (term !== undefined) contributions.set(term, ((weights[number] ?? 0) * step - mean) * (vector.values[at] ?? 0));
    }
    return contributions;
  }
}

/** Softmax of sharpened margins. */
export function sharesOf(margins: readonly number[], sharpness: number): readonly number[] {
  const most = Math.max(...margins);
  const powers = margins.map((margin) => Math.exp((margin - most) * sharpness));
  const sum = powers.reduce((total, power) => total + power, 0);
  return powers.map((power) => power / sum);
}
