/**
 * Answers of a pure function of one text, kept for the next who asks. They are shared, so they must be immutable; when
 * there are enough of them all are forgotten, so that nobody's inputs fill the memory.
 */
export class Remembered<T> {
  readonly #answers = new Map<string, T>();

  constructor(private readonly enough = 10_000) {}

  /** The answer for `key`, computed on the first asking; what throws or answers `undefined` is not kept. */
  get(key: string, compute: () => T): T {
    const known = this.#answers.get(key);
    if (known !== undefined) return known;
    const answer = compute();
    if (this.#answers.size >= this.enough) this.#answers.clear();
    if (answer !== undefined) this.#answers.set(key, answer);
    return answer;
  }
}
