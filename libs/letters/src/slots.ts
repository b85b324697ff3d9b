import { civilDateOf } from '#libs/domain';
import type { Rule } from '#libs/domain';
import { chineseDate } from './chinese-date.ts';
import type { LetterSource, NamedParty } from './letter-source.ts';
import { lastWith, dataOf, listIn, textIn, toldData, toldEvent } from './recorded-facts.ts';
import * as words from './words.ts';

/** What a slot stands for in a letter; null where nothing of it is recorded. */
export type Slot = (source: LetterSource, argument: string) => string | null;

const UNITS: Readonly<Record<string, string>> = { cd: '日', wd: '个工作日', month: '个月' };

const amountOf = (rule: Rule): string | null => (rule.amount === 0 ? null : `${String(rule.amount)}${UNITS[rule.unit] ?? ''}`);
const joined = (names: readonly string[]): string | null => (names.length === 0 ? null : names.join('、'));
const wordOf = (vocabulary: Readonly<Record<string, string>>, code: string | null): string | null =>
  code === null ? null : (vocabulary[code] ?? null);
const dated = (date: string | null): string | null => (date === null ? null : chineseDate(date));

function partiesOf({ parties }: LetterSource, ...roles: readonly NamedParty['role'][]): readonly string[] {
  return parties.filter(({ role }) => roles.includes(role)).map(({ name }) => name);
}

function namesOf({ parties }: LetterSource, ids: readonly string[]): readonly string[] {
  return parties.filter(({ id }) => ids.includes(id)).map(({ name }) => name);
}

/** Until when, of how long, by which article: `期限为60日，至2026年5月6日届满（《信访工作条例》第34条）`. */
function limit({ deadlines }: LetterSource, ruleId: string): string | null {
  const found = deadlines.find(({ rule }) => rule.id === ruleId);
  if (found === undefined) return null;
  const { deadline, rule } = found;
  const amount = deadline.fixedDate === null ? amountOf(rule) : null;
  const length = amount === null ? '期限' : `期限为${amount}，`;
  const roll = rule.unit === 'wd' || amount === null ? '' : '；期限最后一日是法定休假日的，以休假日结束的次日为届满日';
  return `${length}至${chineseDate(deadline.dueDate)}届满（依据${rule.basis.zh}${roll}）`;
}

function servedLetter(source: LetterSource): { readonly name: string; readonly of: readonly string[] } | undefined {
  const what =
    source.told === 'reply.served' ? 'reply' : source.told === 'termination.served' ? 'termination' : textIn(toldData(source), 'what');
  return words.SERVED[what ?? ''];
}

/** Where the refusal was proposed its grounds stand with the proposal. */
function refusalGround(source: LetterSource): string | null {
  const reason = textIn(toldData(source), 'reason') ?? textIn(dataOf(lastWith(source, 'refusal.proposed'), 'refusal.proposed'), 'reason');
  return wordOf(words.REFUSAL_GROUNDS, reason);
}

/** Every slot that a template may name. */
export const SLOTS: Readonly<Record<string, Slot>> = {
  caseNo: (source) => source.caseNo,
  title: (source) => source.title,
  unit: (source) => source.unitName(source.unitId),
  receivedOn: (source) => chineseDate(civilDateOf(source.context.receivedAt)),
  madeOn: (source) => chineseDate(source.madeOn),
  toldOn: (source) => chineseDate(civilDateOf(toldEvent(source).at)),
  petitioners: (source) => joined(partiesOf(source, 'petitioner')) ?? '信访人',
  respondents: (source) => joined(partiesOf(source, 'respondent')),
  applicants: (source) => joined(namesOf(source, listIn(toldData(source), 'applicants'))),
  signedBy: (source) => joined(namesOf(source, listIn(toldData(source), 'signedBy'))),
  present: (source) => joined(namesOf(source, listIn(toldEvent(source).payload, 'present'))),
  recipient: (source) => {
    const partyId = textIn(toldData(source), 'partyId');
    return joined(partyId === null ? partiesOf(source, 'petitioner') : namesOf(source, [partyId])) ?? '信访人';
  },
  /** A free text that was given with the told event. */
  text: (source, field) => textIn(toldEvent(source).texts, field),
  /** A free text that was given with the last event of that fact: `fact/field`. */
  said: (source, argument) => {
    const [type = '', field = ''] = argument.split('/');
    return textIn(lastWith(source, type)?.texts ?? {}, field);
  },
  /** A date of the told fact. */
  date: (source, field) => dated(textIn(toldData(source), field)),
  /** A unit that the told fact names. */
  unitIn: (source, field) => {
    const unitId = textIn(toldData(source), field);
    return unitId === null ? null : source.unitName(unitId);
  },
  days: (source) => {
    const { days } = toldData(source);
    return typeof days === 'number' ? String(days) : null;
  },
  limit,
  /** Until when the clock runs that the told event lengthened, and by which article. */
  extendedTo: ({ deadlines: [first] }) => (first === undefined ? null : chineseDate(first.deadline.dueDate)),
  extensionBasis: ({ deadlines: [first] }) => first?.rule.basis.zh ?? null,
  handledBy: (source) => source.unitName(source.context.firstUnitId ?? source.context.holderUnitId),
  /** How long a limit is that has yet to start: `30日（《信访工作条例》第35条）`. */
  window: (source, ruleId) => {
    const rule = source.rule(ruleId);
    const amount = rule === undefined ? null : amountOf(rule);
    return rule === undefined || amount === null ? null : `${amount}内（依据${rule.basis.zh}）`;
  },
  reviewers: (source) => joined(source.reviewersOf(source.unitId).map((id) => source.unitName(id))),
  reviewed: (source) => {
    const unitId = source.context.firstUnitId;
    return unitId === null ? null : source.unitName(unitId);
  },
  refusalGround,
  outcome: (source) => wordOf(words.OUTCOMES, textIn(toldData(source), 'outcome')),
  decision: (source) => wordOf(words.DECISIONS, textIn(toldData(source), 'decision')),
  adopted: (source) => wordOf(words.ADOPTIONS, textIn(toldData(source), 'adopted')),
  suggestionKind: (source) => wordOf(words.SUGGESTION_KINDS, textIn(toldData(source), 'kind')),
  visitOutcome: (source) => wordOf(words.VISIT_OUTCOMES, textIn(toldData(source), 'outcome')),
  endGround: (source) => wordOf(words.END_GROUNDS, textIn(toldData(source), 'ground')),
  routes: (source) => joined(listIn(toldData(source), 'routes').map((one) => words.REMAINING_ROUTES[one] ?? one)),
  servedName: (source) => servedLetter(source)?.name ?? null,
  servedNo: (source) => source.letterNo(servedLetter(source)?.of ?? []),
  method: (source) => wordOf(words.METHODS, textIn(toldData(source), 'method')),
  serious: (source) =>
    toldData(source)['serious'] === true ? '该事项情况重要，请同时报告党委主要负责同志和分管组织工作的负责同志。' : null,
  refusedToSign: (source) => (toldData(source)['refused'] === true ? '受送达人拒收，已依法留置或者公告送达' : null),
  proof: (source) =>
    toldData(source)['unproven'] === true ? '送达日期由送达单位登记，暂无凭证' : textIn(toldEvent(source).texts, 'proof'),
  /** The overdue duty that is supervised, and by which article it was owed. */
  supervisionGround: (source) => wordOf(words.SUPERVISION_GROUNDS, textIn(toldData(source), 'ground')),
  supervisedDuty: (source) => {
    const rule = source.rule(toldEvent(source).facts.find(({ type }) => type === source.told)?.rule ?? '');
    return rule === undefined ? null : `${rule.title.zh}（${rule.basis.zh}）`;
  },
};
