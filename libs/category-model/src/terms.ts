/** What people wrote, as everywhere in intake. */
export interface Wording {
  readonly title: string;
  readonly narrative: string;
}

/** A Chinese character, or a pair of neighbours: `code`, or `first << 16 | second` as a 32-bit integer. */
export type Term = number;

/** The title is short and chosen: each of its characters counts as often as three of the narrative's. */
const TITLE_COUNTS = 3;
/** What follows in a very long narrative is attachments and copied correspondence; the matter itself was said before. */
const READ_OF_NARRATIVE = 2_000;

/**
 * Runs of Chinese characters (of the basic plane, which holds all but the rarest names). Digits and Latin letters are left
 * out: they are numbers of houses, masked names and places, and say nothing about the subject.
 */
export function chineseRuns({ title, narrative }: Wording): { readonly title: readonly string[]; readonly narrative: readonly string[] } {
  return { title: runsOf(title), narrative: runsOf(narrative.slice(0, READ_OF_NARRATIVE)) };
}

function runsOf(text: string): readonly string[] {
  return text.normalize('NFKC').match(/[\u3400-\u9fff]+/g) ?? [];
}

/**
 * How often each term occurs. Single characters and pairs are more exact on this data than words of a dictionary
 * (docs/judgement.md), and nothing has to be loaded for them.
 */
export function termCounts(wording: Wording): ReadonlyMap<Term, number> {
  const { title, narrative } = chineseRuns(wording);
  const counts = new Map<Term, number>();
  count(title, TITLE_COUNTS, counts);
  count(narrative, 1, counts);
  return counts;
}

function count(runs: readonly string[], times: number, counts: Map<Term, number>): void {
  for (const run of runs) {
    let before = 0;
    for (let at = 0; at < run.length; at++) {
      const code = run.charCodeAt(at);
      counts.set(code, (counts.get(code) ?? 0) + times);
      if (before !== 0) {
        const pair = (before << 16) | code;
        counts.set(pair, (counts.get(pair) ?? 0) + times);
      }
      before = code;
    }
  }
}

/** The characters of a term. */
export function textOf(term: Term): string {
  const first = term >>> 16;
  return first === 0 ? String.fromCharCode(term) : String.fromCharCode(first, term & 0xffff);
}

/** The term of one or two characters. */
export function termOf(text: string): Term {
  return text.length === 1 ? text.charCodeAt(0) : (text.charCodeAt(0) << 16) | text.charCodeAt(1);
}
