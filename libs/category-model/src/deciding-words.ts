import { chineseRuns, termOf } from './terms.ts';
import type { Term, Wording } from './terms.ts';

const MOST_WORDS = 5;
/** A long narrative is cut into words only where it speaks loudest: cutting costs some 5 µs a character. */
const MOST_RUNS = 6;
/** Below this share of the strongest word nothing is shown. */
const WORTH_SHOWING = 0.25;

let dictionary: Intl.Segmenter | undefined;

/** What each character of a run says: its own contribution, and half of each pair it is in. */
interface Spoken {
  readonly run: string;
  readonly each: readonly number[];
  readonly loudest: number;
}

/** Maps what single characters and pairs contributed back to the words of one text, by the dictionary that comes with the runtime. */
export class DecidingWords {
  readonly #runs: readonly string[];
  readonly #cut = new Map<string, readonly string[]>();

  constructor(wording: Wording) {
    const { title, narrative } = chineseRuns(wording);
    this.#runs = [...title, ...narrative];
  }

  /**
   * The words in which contributions come together, strongest first, at most five. A pair that reaches over a boundary of
   * words counts half for each side.
   *
   * @param contributions of each term that speaks for the class in question
   */
  by(contributions: ReadonlyMap<Term, number>): readonly string[] {
    const loudest = this.#runs
      .map((run) => spokenBy(run, contributions))
      .sort((a, b) => b.loudest - a.loudest)
      .slice(0, MOST_RUNS);
    const strength = new Map<string, number>();
    for (const { run, each } of loudest) {
      let at = 0;
      for (const word of this.#wordsOf(run)) {
        if (word.length > 1) strength.set(word, Math.max(strength.get(word) ?? 0, sum(each.slice(at, at + word.length))));
        at += word.length;
      }
    }
    const strongest = [...strength].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)).slice(0, MOST_WORDS);
    const enough = Math.max(0, (strongest[0]?.[1] ?? 0) * WORTH_SHOWING);
    return strongest.filter(([, value]) => value > enough).map(([word]) => word);
  }

  #wordsOf(run: string): readonly string[] {
    const known = this.#cut.get(run);
    if (known !== undefined) return known;
    dictionary ??= new Intl.Segmenter('zh', { granularity: 'word' });
    const words = Array.from(dictionary.segment(run), ({ segment }) => segment);
    this.#cut.set(run, words);
    return words;
  }
}

function spokenBy(run: string, contributions: ReadonlyMap<Term, number>): Spoken {
  const each = Array.from(run, (character) => contributions.get(termOf(character)) ?? 0);
  for (let at = 0; at + 1 < run.length; at++) {
    const half = (contributions.get(termOf(run.slice(at, at + 2))) ?? 0) / 2;
    each[at] = (each[at] ?? 0) + half;
    each[at + 1] = (each[at + 1] ?? 0) + half;
  }
  return { run, each, loudest: Math.max(...each) };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
