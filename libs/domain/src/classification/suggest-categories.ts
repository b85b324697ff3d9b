import type { Category } from '../case/directory.ts';
import type { Wording } from './suggest-by-keywords.ts';
import { CATEGORY_SYNONYMS, SETTING_WORDS } from './synonyms.ts';
import type { CategorySuggestion, SubjectReading } from './types.ts';
import { WordIndex } from './word-index.ts';

/** How much a word says, by where in the classification it comes from. */
const WEIGHT = { leaf: 3, synonym: 3, stem: 2, branch: 1.5, setting: 1, top: 0.5 } as const;
const MOST = 3;
const MOST_WORDS = 6;
/** A reading below this says nothing by itself: it is what a text without content gives. */
const SURE_ENOUGH = 0.3;
/** Where no word of the classification occurs, a reading needs this many terms to say something. */
const ENOUGH_TERMS = 8;
/** Another level-1 category is mentioned from this share on. */
const WORTH_MENTIONING = 0.1;
/** The odds of a level-1 category that the model never saw: even when its words say HEAD_START points more than those of the others. */
const ODDS_A_POINT = 1;
const HEAD_START = 3;
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

export type CategorySuggester = (wording: Wording, reading: SubjectReading) => readonly CategorySuggestion[];

interface Found {
  readonly code: string;
  points: number;
  readonly words: string[];
}

/**
 * Prepares suggestions for one classification (once per loaded directory; some milliseconds). The level-1 category comes
 * from the reading of a model; which of its own categories, from the words of the classification and of the synonym table
 * that occur in title and narrative. A level-1 category that the model never saw is suggested by its words alone, where
 * they say clearly more than those of the others.
 *
 * @returns a function that gives at most three categories, best first, none when nothing was found
 */
export function categorySuggester(categories: readonly Category[]): CategorySuggester {
  const known = new Set(categories.map(({ code }) => code));
  const weights = wordWeights(categories);
  const index = new WordIndex(weights.keys());
  return (wording, reading) => {
    const found = byLevelOne(findCategories(wording, weights, index));
    const shares = sharesOfLevelOne(reading, found, known);
    const likely = [...shares].sort(([codeA, a], [codeB, b]) => b - a || (codeA < codeB ? -1 : 1));
    if (found.size === 0 && (reading.terms < ENOUGH_TERMS || (likely[0]?.[1] ?? 0) < SURE_ENOUGH)) return [];
    return likely
      .filter(([, share], at) => at === 0 || share >= WORTH_MENTIONING)
      .flatMap(([levelOne, share], at) => suggestionsIn(levelOne, share, found.get(levelOne) ?? [], reading).slice(0, at === 0 ? 2 : 1))
      .slice(0, MOST);
  };
}

function findCategories({ title, narrative }: Wording, weights: WordWeights, index: WordIndex): ReadonlyMap<string, Found> {
  const inTitle = index.wordsIn(title);
  const words = new Set([...inTitle, ...index.wordsIn(narrative)]);
  const all = new Map<string, Found>();
  for (const word of words) {
    if (isPartOfLonger(word, words)) continue;
    for (const [code, weight] of weights.get(word) ?? []) {
      const one = all.get(code) ?? { code, points: 0, words: [] };
      one.points += weight * (inTitle.has(word) ? 2 : 1);
      one.words.push(word);
      all.set(code, one);
    }
  }
  return all;
}

/** What was found, by level-1 category, most points first. */
function byLevelOne(all: ReadonlyMap<string, Found>): ReadonlyMap<string, readonly Found[]> {
  const groups = new Map<string, Found[]>();
  for (const one of all.values()) {
    const levelOne = levelOneOf(one.code);
    groups.set(levelOne, [...(groups.get(levelOne) ?? []), one]);
  }
  for (const group of groups.values()) group.sort((a, b) => b.points - a.points || (a.code < b.code ? -1 : 1));
  return groups;
}

/** The reading's shares, less what the words say for level-1 categories that the reading doesn't know. Together 1. */
function sharesOfLevelOne(
  reading: SubjectReading,
  found: ReadonlyMap<string, readonly Found[]>,
  known: ReadonlySet<string>,
): ReadonlyMap<string, number> {
  const read = [...reading.shares].filter(([code]) => known.has(code));
  const most = Math.max(0, ...read.map(([code]) => found.get(code)?.[0]?.points ?? 0));
  const odds = [...found]
    .filter(([code]) => !reading.shares.has(code))
    .map(([code, [best]]): [string, number] => [code, Math.exp(ODDS_A_POINT * ((best?.points ?? 0) - most - HEAD_START))]);
  const whole = odds.reduce((sum, [, odd]) => sum + odd, 1);
  return new Map([...read, ...odds].map(([code, share]) => [code, share / whole]));
}

function suggestionsIn(levelOne: string, share: number, found: readonly Found[], reading: SubjectReading): readonly CategorySuggestion[] {
  const confidence = Math.round(Math.min(share, 0.99) * 100) / 100;
  const read = reading.wordsFor(levelOne);
  if (found.length === 0) return [{ categoryCode: levelOne, confidence, words: read }];
  return found.map(({ code, words }) => ({
    categoryCode: code,
    confidence,
    words: [...new Set([...words, ...read])].slice(0, MOST_WORDS),
  }));
}

const levelOneOf = (code: string): string => `${code.slice(0, 2)}0000`;

/** 公交 says nothing more where 公交线路 was found. */
function isPartOfLonger(word: string, found: ReadonlySet<string>): boolean {
  for (const other of found) if (other.length > word.length && other.includes(word)) return true;
  return false;
}

type WordWeights = ReadonlyMap<string, ReadonlyMap<string, number>>;

function wordWeights(categories: readonly Category[]): WordWeights {
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
