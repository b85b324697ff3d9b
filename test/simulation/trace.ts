/** Taken out once: in a test's sandbox every look at a global costs as much as the work. */
const { imul } = Math;
/** How many of the last lines a failure shows. */
const KEPT = 60;

/** What happened, in order; two runs of a seed have the same `hash`. Ids of people and secrets don't stand in it. */
export class Trace {
  readonly #last: string[] = [];
  #high = 0xdead_beef;
  #low = 0x41c6_ce57;
  lines = 0;

  constructor(
    private readonly now: () => number,
    private readonly listen: ((line: string) => void) | undefined,
  ) {}

  say(what: string): void {
    const line = `${this.now().toFixed(3)} ${what}`;
    this.lines += 1;
    for (let i = 0; i < line.length; i++) {
      const code = line.charCodeAt(i);
      this.#high = imul(this.#high ^ code, 2_654_435_761);
      this.#low = imul(this.#low ^ code, 1_597_334_677);
    }
    this.#last.push(line);
    if (this.#last.length > KEPT) this.#last.shift();
    this.listen?.(line);
  }

  get hash(): string {
    return [this.#high, this.#low].map((half) => (half >>> 0).toString(16).padStart(8, '0')).join('');
  }

  get last(): readonly string[] {
    return this.#last;
  }
}
