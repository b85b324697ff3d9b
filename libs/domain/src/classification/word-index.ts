/** Finds which of many words occur in a text, in one pass over it: words are looked up by their first two characters. */
export class WordIndex {
  private readonly byStart = new Map<string, string[]>();

  /** Words of at least two UTF-16 units; shorter ones say too little and are left out. */
  constructor(words: Iterable<string>) {
    for (const word of new Set(words)) {
      if (word.length < 2) continue;
      const start = word.slice(0, 2);
      const bucket = this.byStart.get(start);
      if (bucket) bucket.push(word);
      else this.byStart.set(start, [word]);
    }
  }

  /** The words that occur, each once, in the order of their first occurrence. */
  wordsIn(text: string): ReadonlySet<string> {
    const found = new Set<string>();
    for (let at = 0; at + 1 < text.length; at++) {
      for (const word of this.byStart.get(text.slice(at, at + 2)) ?? []) if (!found.has(word) && text.startsWith(word, at)) found.add(word);
    }
    return found;
  }
}
