import type { Term } from './terms.ts';

/** A text as a unit vector: `numbers[i]` is a term's place in the vocabulary, `values[i]` its weight. */
export interface SparseVector {
  readonly numbers: Int32Array;
  readonly values: Float64Array;
}

/** Rare terms say more: the inverse document frequency counts with this power. */
const RARITY_POWER = 1.5;

/** The terms a model knows, and how many of the texts it was trained on hold each. */
export class Vocabulary {
  readonly #numbers: ReadonlyMap<Term, number>;
  readonly #rarity: Float64Array;

  constructor(
    readonly terms: Int32Array,
    readonly textsWith: Uint16Array,
    readonly texts: number,
  ) {
    this.#numbers = new Map(Array.from(terms, (term, number) => [term, number]));
    this.#rarity = Float64Array.from(textsWith, (holding) => (Math.log((texts + 1) / (holding + 1)) + 1) ** RARITY_POWER);
  }

  /** Terms in at least two texts and at most half of them: single characters first, then pairs, each in the order of their codes. */
  static of(texts: readonly ReadonlyMap<Term, number>[]): Vocabulary {
    const textsWith = new Map<Term, number>();
    for (const counts of texts) for (const term of counts.keys()) textsWith.set(term, (textsWith.get(term) ?? 0) + 1);
    const kept = [...textsWith]
      .filter(([, holding]) => holding >= 2 && holding <= texts.length / 2)
      .sort(([a], [b]) => (a >>> 0) - (b >>> 0));
    return new Vocabulary(
      Int32Array.from(kept, ([term]) => term),
      Uint16Array.from(kept, ([, holding]) => holding),
      texts.length,
    );
  }

  /** ln of how many times rarer than "in every text" a term is; one that it doesn't know counts as in a single text. */
  rarityOf(term: Term): number {
    const number = this.#numbers.get(term);
    return Math.log((this.texts + 1) / ((number === undefined ? 1 : (this.textsWith[number] ?? 1)) + 1));
  }

  /** (1 + ln count) × rarity, scaled to length 1; terms it doesn't know are left out. */
  vector(counts: ReadonlyMap<Term, number>): SparseVector {
    const numbers = new Int32Array(counts.size);
    const values = new Float64Array(counts.size);
    let size = 0;
    let square = 0;
    for (const [term, count] of counts) {
      const number = this.#numbers.get(term);
      if (number === undefined) continue;
      const value = (count === 1 ? 1 : 1 + Math.log(count)) * (this.#rarity[number] ?? 0);
      numbers[size] = number;
      values[size] = value;
      size += 1;
      square += value * value;
    }
    const length = Math.sqrt(square) || 1;
    return { numbers: numbers.subarray(0, size), values: values.subarray(0, size).map((value) => value / length) };
  }
}
