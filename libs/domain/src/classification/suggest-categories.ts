import type { Category } from '../case/directory.ts';
import type { Wording } from './suggest-by-keywords.ts';
import { CATEGORY_SYNONYMS, SETTING_WORDS } from './synonyms.ts';
import type { CategorySuggestion } from './types.ts';
import { WordIndex } from './word-index.ts';

/** How much a word says, by where in the classification it comes from. */
const WEIGHT = { leaf: 3, synonym: 3, stem: 2, branch: 1.5, setting: 1, top: 0.5 } as const;
/** Half of this many points is a confidence of one third; equal points are one half. */
const HALF_SURE = 6;
/** Endings that say nothing by themselves: 物业服务 is also found by 物业. */
const TAIL = /(?:管理|监管|服务|事务|工作|事业|纠纷|问题|污染|待遇|市场|登记)$/;
/** Words of the classification that turn up in any text. */
const SAYS_NOTHING: ReadonlySet<string> = new Set([
  '其他',
  '政策',
  '规划',
  '服务',
  '发展',
  '社会',
  '企业',
  '事故',
  '职工',
  '管理',
  '建设',
  '互联网',
  '新闻',
  '制度',
  '审批手续',
  '政法',
  '民政',
  '规划设计',
  '基础设施',
  '商业',
  '文化',
  '安全',
  '公共',
  '办理',
  '待遇',
  '市场',
  '交通',
  '环境',
  '经营',
  '运输',
  '经济',
  '教育',
  '卫生',
  '劳动',
]);

export type CategorySuggester = (wording: Wording) => readonly CategorySuggestion[];

/**
 * Prepares suggestions for one classification (once per loaded directory; some milliseconds). The suggester then scores by
 * the words of the classification and the synonym table that occur in title and narrative, in one pass over the text.
 *
 * @returns a function that gives at most three categories, best first, none when nothing was found
 */
export function categorySuggester(categories: readonly Category[]): CategorySuggester {
  const weights = wordWeights(categories);
  const index = new WordIndex(weights.keys());
  return ({ title, narrative }) => {
    const inTitle = index.wordsIn(title);
    const found = new Set([...inTitle, ...index.wordsIn(narrative)]);
    const scores = new Map<string, { points: number; words: string[] }>();
    for (const word of found) {
      if (isPartOfLonger(word, found)) continue;
      for (const [code, weight] of weights.get(word) ?? []) {
        const score = scores.get(code) ?? { points: 0, words: [] };
        score.points += weight * (inTitle.has(word) ? 2 : 1);
        score.words.push(word);
        scores.set(code, score);
      }
    }
    return [...scores]
      .sort(([codeA, a], [codeB, b]) => b.points - a.points || (codeA < codeB ? -1 : 1))
      .slice(0, 3)
      .map(([categoryCode, { points, words }]) => ({
        categoryCode,
        confidence: Math.round((points / (points + HALF_SURE)) * 100) / 100,
        words,
      }));
  };
}

/** 公交 says nothing more where 公交线路 was found. */
function isPartOfLonger(word: string, found: ReadonlySet<string>): boolean {
  for (const other of found) if (other.length > word.length && other.includes(word)) return true;
  return false;
}

function wordWeights(categories: readonly Category[]): ReadonlyMap<string, ReadonlyMap<string, number>> {
  const weights = new Map<string, Map<string, number>>();
  const add = (word: string, code: string, weight: number): void => {
    if (word.length < 2 || SAYS_NOTHING.has(word)) return;
    const codes = weights.get(word) ?? new Map<string, number>();
    codes.set(code, Math.max(weight, codes.get(code) ?? 0));
    weights.set(word, codes);
  };
  for (const { code, path } of categories) {
    const segments = path.split('/');
    const own = segments.at(-1) ?? '';
    const weight = segments.length === 1 ? WEIGHT.top : segments.length === 2 ? WEIGHT.branch : WEIGHT.leaf;
    for (const word of own.split(/[、和及与]/)) {
      add(word, code, weight);
      add(word.replace(TAIL, ''), code, Math.min(weight, WEIGHT.stem));
    }
    for (const word of CATEGORY_SYNONYMS[code] ?? []) add(word, code, SETTING_WORDS.has(word) ? WEIGHT.setting : WEIGHT.synonym);
  }
  // A word that many categories share tells little about each of them; a long one is seldom there by chance.
  for (const [word, codes] of weights)
    for (const [code, weight] of codes) codes.set(code, (weight * (2 + Math.min(word.length, 6))) / (4 * Math.sqrt(codes.size)));
  return weights;
}
