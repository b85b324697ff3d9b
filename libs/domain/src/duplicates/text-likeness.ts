/** How much a pair of characters tells: about 0 for one that stands in every text, more the rarer it is. */
export type RarityOf = (pair: string) => number;

/** What follows in a very long narrative is attachments and copied correspondence. */
const READ_OF_NARRATIVE = 2_000;

/** What one message says: pairs of neighbouring Chinese characters. Numbers and masked names in Latin letters are left out. */
export interface Said {
  readonly title: ReadonlySet<string>;
  readonly narrative: ReadonlySet<string>;
}

export function saidIn(title: string, narrative: string | null): Said {
  return { title: chinesePairs(title), narrative: chinesePairs((narrative ?? '').slice(0, READ_OF_NARRATIVE)) };
}

/** Pairs of neighbouring Chinese characters of a text, each once; jiefen.title_pairs in the database holds them all. */
export function chinesePairs(text: string): ReadonlySet<string> {
  const pairs = new Set<string>();
  for (const run of text.normalize('NFKC').match(/[\u3400-\u9fff]+/g) ?? [])
    for (let at = 0; at + 1 < run.length; at++) pairs.add(run.slice(at, at + 2));
  return pairs;
}

/**
 * How much of each title the other message says, in title or narrative, the mean of both ways, 0 … 1. People who report the
 * same matter name the same place, firm or grievance, but tell it each in their own words: two narratives of one matter have
 * less in common than two of one writer on different matters.
 */
export function titleSaid(a: Said, b: Said, rarityOf: RarityOf): number {
  return (shareSaid(a.title, b, rarityOf) + shareSaid(b.title, a, rarityOf)) / 2;
}

function shareSaid(pairs: ReadonlySet<string>, { title, narrative }: Said, rarityOf: RarityOf): number {
  let all = 0;
  let said = 0;
  for (const pair of pairs) {
    const rarity = rarityOf(pair);
    all += rarity;
    if (title.has(pair) || narrative.has(pair)) said += rarity;
  }
  return all === 0 ? 0 : said / all;
}

/** Dice's coefficient of two sets of pairs, 0 … 1: high only where one text was copied from the other. */
export function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  if (a.size + b.size === 0) return 0;
  let both = 0;
  for (const pair of a) if (b.has(pair)) both += 1;
  return (2 * both) / (a.size + b.size);
}
