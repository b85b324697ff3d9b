/** Openings and endings that petition titles share whatever they are about. */
const BOILERPLATE = /关于|请求|请问|反映|投诉|咨询|的问题|问题|情况|希望|建议/g;

/** Pairs of neighbouring characters, without blanks, punctuation and the case of letters. */
export function bigrams(text: string): ReadonlySet<string> {
  const characters = Array.from(
    text
      .normalize('NFKC')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]/gu, ''),
  );
  const pairs = new Set<string>();
  if (characters.length === 1) pairs.add(characters[0] ?? '');
  for (let at = 0; at + 1 < characters.length; at++) pairs.add(`${characters[at] ?? ''}${characters[at + 1] ?? ''}`);
  return pairs;
}

/** Dice's coefficient of two titles' bigrams, 0 … 1, boilerplate left out where something else remains. */
export function titleSimilarity(a: string, b: string): number {
  const [first, second] = [bigrams(core(a)), bigrams(core(b))];
  if (first.size === 0 || second.size === 0) return 0;
  let both = 0;
  for (const pair of first) if (second.has(pair)) both += 1;
  return (2 * both) / (first.size + second.size);
}

function core(title: string): string {
  const rest = title.replace(BOILERPLATE, '');
  return rest.trim().length > 1 ? rest : title;
}
