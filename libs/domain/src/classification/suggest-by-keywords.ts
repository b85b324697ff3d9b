import type { CaseClass, Route } from '../case/vocabulary.ts';
import { CLASS_KEYWORDS, ENOUGH, ROUTE_KEYWORDS } from './keywords.ts';
import type { KeywordRule } from './keywords.ts';
import type { ClassSuggestion, RouteSuggestion, Suggestion } from './types.ts';
import { WordIndex } from './word-index.ts';

/** What people wrote: the title is short and chosen, so its words weigh double. */
export interface Wording {
  readonly title: string;
  readonly narrative: string;
}

const indexes = new Map<readonly KeywordRule<unknown>[], WordIndex>();

function best<T>(rules: readonly KeywordRule<T>[], { title, narrative }: Wording): Suggestion<T> | undefined {
  let index = indexes.get(rules);
  if (!index) indexes.set(rules, (index = new WordIndex(rules.flatMap((rule) => Object.keys(rule.words)))));
  const inTitle = index.wordsIn(title);
  const found = new Set([...inTitle, ...index.wordsIn(narrative)]);
  let winner: { rule: KeywordRule<T>; points: number; words: readonly string[] } | undefined;
  for (const rule of rules) {
    const words = [...found].filter((word) => rule.words[word] !== undefined);
    const points = words.reduce((sum, word) => sum + (rule.words[word] ?? 0) * (inTitle.has(word) ? 2 : 1), 0);
    if (points >= ENOUGH && points > (winner?.points ?? 0)) winner = { rule, points, words };
  }
  if (!winner) return undefined;
  const { rule, words } = winner;
  return {
    value: rule.value,
    words,
    reason: {
      zh: `文中出现“${words.join('、')}”（《信访工作条例》第${articleZh(rule.basis)}）`,
      en: `The text says “${words.join(', ')}” (Regulation on Petition Work, Art ${rule.basis})`,
    },
  };
}

/** The class that the words point to; without any, a claim (申诉求决). */
export function suggestClass(wording: Wording): ClassSuggestion {
  return (
    best<CaseClass>(CLASS_KEYWORDS, wording) ?? {
      value: 'CLAIM',
      words: [],
      reason: {
        zh: '未见检举控告或者建议的字样，按申诉求决类登记（《信访工作条例》第三十一条）',
        en: 'No words of accusation or suggestion: registered as a claim (Art 31)',
      },
    }
  );
}

/** The sub-route of a claim that the words point to; without any, the petition procedure of Art 31(6). */
export function suggestRoute(wording: Wording): RouteSuggestion {
  return (
    best<Route>(ROUTE_KEYWORDS, wording) ?? {
      value: 'PETITION',
      words: [],
      reason: {
        zh: '未见应当通过其他法定途径处理的字样，按信访程序办理（《信访工作条例》第三十一条第六项）',
        en: 'No words of another legal route: the petition procedure (Art 31(6))',
      },
    }
  );
}

const DIGITS = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

/** `31(1)` → 三十一条第一项; the articles cited here lie between 20 and 39. */
function articleZh(basis: string): string {
  const [, tens = '', ones = '', item] = /^(\d)(\d)(?:\((\d)\))?$/.exec(basis) ?? [];
  const article = `${DIGITS[Number(tens)] ?? ''}十${DIGITS[Number(ones)] ?? ''}条`;
  return item === undefined ? article : `${article}第${DIGITS[Number(item)] ?? ''}项`;
}
