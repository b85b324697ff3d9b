import { LAPSES, OWN_WINDOW, PASSES, REMINDED_AND_URGED, SUPERVISED, URGED_FIRST } from './ladders.ts';
import type { Extension, Rule } from './rule.ts';

/** A rule of a pack before the pack gives it its region and dates. */
export type PackRow = Omit<
  Rule,
  'region' | 'effectiveFrom' | 'effectiveTo' | 'localDefault' | 'pausableBy' | 'extension' | 'dateMayBeSet'
> &
  Partial<Pick<Rule, 'effectiveFrom' | 'effectiveTo' | 'localDefault' | 'pausableBy' | 'extension' | 'dateMayBeSet'>>;

/** Which article of a Regulation each limit of the petition procedure rests on. */
export interface PetitionArticles {
  /** `《信访工作条例》` and the like. */
  readonly law: { readonly zh: string; readonly en: string };
  readonly forward: string;
  readonly noticeDirect: string;
  readonly noticeForwarded: string;
  readonly assign: string;
  readonly handle: string;
  readonly review: string;
  readonly recheckRequest: string;
  readonly recheck: string;
  readonly suggestion: { readonly zh: string; readonly en: string };
  readonly suggestionIsLocal: boolean;
}

/** 条例 Art 34: once, up to 30 days, by the head of the organ, the petitioner being told the reason. */
const HEAD_MAY_EXTEND: Extension = { max: 30, approver: 'head', once: true };

/** `23(2)` → `第23条第2款`. */
const cite = (law: PetitionArticles['law'], article: string): { zh: string; en: string } => ({
  zh: `${law.zh}第${article.replace(/^(\d+)\((\d+)\)$/, '$1条第$2款').replace(/^(\d+)$/, '$1条')}`,
  en: `${law.en} Art ${article}`,
});

/**
 * The rows that both Regulations have. The amounts stand here once because 2005 and 2022 agree in them; where a Regulation
 * or a region differs it brings its own row.
 */
export function petitionRows(articles: PetitionArticles): readonly PackRow[] {
  const of = (article: string): { zh: string; en: string } => cite(articles.law, article);
  const localDefault = { zh: '地方默认值（可配置）', en: 'local default (configurable)' };
  return [
    {
      id: 'PET-FWD',
      title: { zh: '转送交办期限', en: 'Forwarding or assigning' },
      basis: of(articles.forward),
      amount: 15,
      unit: 'cd',
      trigger: 'receipt-by-petition-department',
      owner: 'petition-department',
      ownerRole: 'clerk',
      ladder: SUPERVISED,
      onExpiry: 'supervise',
      confidence: 'T',
    },
    {
      id: 'PET-NOTICE-DIRECT',
      title: { zh: '受理告知期限（直接收到）', en: 'Notice to the petitioner (received directly)' },
      basis: of(articles.noticeDirect),
      amount: 15,
      unit: 'cd',
      trigger: 'receipt-by-organ',
      owner: 'organ',
      ownerRole: 'handler',
      ladder: URGED_FIRST,
      onExpiry: 'liability-44-3',
      confidence: 'T',
    },
    {
      id: 'PET-NOTICE-FWD',
      title: { zh: '受理告知期限（转送交办）', en: 'Notice to the petitioner (forwarded or assigned)' },
      basis: of(articles.noticeForwarded),
      amount: 15,
      unit: 'cd',
      trigger: 'receipt-of-forward',
      owner: 'organ',
      ownerRole: 'handler',
      ladder: URGED_FIRST,
      onExpiry: 'liability-44-3',
      confidence: 'T',
    },
    {
      id: 'PET-ASSIGN',
      title: { zh: '交办办结期限', en: 'Date set for an assigned matter' },
      basis: of(articles.assign),
      amount: 0,
      unit: 'set-by-person',
      trigger: 'assignment',
      owner: 'organ',
      ownerRole: 'handler',
      ladder: SUPERVISED,
      onExpiry: 'supervise',
      confidence: 'T',
    },
    {
      id: 'PET-HANDLE',
      title: { zh: '办理期限', en: 'Handling' },
      basis: of(articles.handle),
      amount: 60,
      unit: 'cd',
      trigger: 'acceptance',
      extension: HEAD_MAY_EXTEND,
      owner: 'organ',
      ownerRole: 'handler',
      ladder: SUPERVISED,
      onExpiry: 'supervise',
      confidence: 'T',
    },
    {
      // The days an extension may add, measured from the original expiry before any roll; the engine adds them to PET-HANDLE.
      id: 'PET-EXT',
      title: { zh: '延期（最长）', en: 'Extension (at most)' },
      basis: of(articles.handle),
      amount: 30,
      unit: 'cd',
      trigger: 'original-expiry',
      owner: 'organ',
      ownerRole: 'head',
      ladder: PASSES,
      onExpiry: 'none',
      confidence: 'T',
    },
    {
      id: 'PET-REVIEW-REQ',
      title: { zh: '申请复查期限', en: 'Asking for a review' },
      basis: of(articles.review),
      amount: 30,
      unit: 'cd',
      trigger: 'service-of-reply',
      owner: 'petitioner',
      ownerRole: 'petitioner',
      ladder: OWN_WINDOW,
      onExpiry: 'route-closed',
      confidence: 'T',
    },
    {
      id: 'PET-REVIEW',
      title: { zh: '复查期限', en: 'Review' },
      basis: of(articles.review),
      amount: 30,
      unit: 'cd',
      trigger: 'receipt-of-review-request',
      owner: 'reviewing-organ',
      ownerRole: 'handler',
      ladder: SUPERVISED,
      onExpiry: 'supervise',
      confidence: 'T',
    },
    {
      id: 'PET-RECHECK-REQ',
      title: { zh: '申请复核期限', en: 'Asking for a re-review' },
      basis: of(articles.recheckRequest),
      amount: 30,
      unit: 'cd',
      trigger: 'service-of-review-opinion',
      owner: 'petitioner',
      ownerRole: 'petitioner',
      ladder: OWN_WINDOW,
      onExpiry: 'route-closed',
      confidence: 'T',
    },
    {
      id: 'PET-RECHECK',
      title: { zh: '复核期限', en: 'Re-review' },
      basis: of(articles.recheck),
      amount: 30,
      unit: 'cd',
      trigger: 'receipt-of-recheck-request',
      // "听证所需时间不计算在" the limit of the re-review; a hearing in first handling stops nothing.
      pausableBy: ['hearing'],
      owner: 'rechecking-organ',
      ownerRole: 'handler',
      ladder: SUPERVISED,
      onExpiry: 'supervise',
      confidence: 'T',
    },
    {
      id: 'PET-SUGG-FEEDBACK',
      title: { zh: '建议采纳情况反馈期限', en: 'Feedback on a suggestion' },
      basis: articles.suggestion,
      amount: 30,
      unit: 'cd',
      trigger: 'service-of-suggestion',
      owner: 'organ',
      ownerRole: 'head',
      ladder: REMINDED_AND_URGED,
      onExpiry: 'remind',
      confidence: articles.suggestionIsLocal ? 'D' : 'T',
      localDefault: articles.suggestionIsLocal,
    },
    {
      id: 'PET-SERVE',
      title: { zh: '送达期限', en: 'Service of a decision' },
      basis: localDefault,
      amount: 5,
      unit: 'wd',
      trigger: 'opinion-issued',
      owner: 'organ',
      ownerRole: 'handler',
      ladder: URGED_FIRST,
      onExpiry: 'urge-then-supervise',
      confidence: 'D',
      localDefault: true,
    },
    {
      id: 'PET-REDO',
      title: { zh: '重新办理期限', en: 'A new opinion after revocation' },
      basis: localDefault,
      amount: 30,
      unit: 'cd',
      trigger: 'remand',
      owner: 'organ',
      ownerRole: 'handler',
      ladder: URGED_FIRST,
      onExpiry: 'urge-then-supervise',
      confidence: 'D',
      localDefault: true,
      // The reviewer who revokes may set the date of the new opinion.
      dateMayBeSet: true,
    },
  ];
}

/** 条例 (2022) Art 23(3): the receiver may object within 5 working days; that the right then lapses is inferred. 2005 had none. */
export const OBJECTION_ROW: PackRow = {
  id: 'PET-OBJECT',
  title: { zh: '异议期限', en: 'Objecting to a forwarded matter' },
  basis: { zh: '《信访工作条例》第23条第3款', en: 'Regulation on Petition Work (2022) Art 23(3)' },
  amount: 5,
  unit: 'wd',
  trigger: 'receipt-of-forward',
  owner: 'organ',
  ownerRole: 'handler',
  ladder: LAPSES,
  onExpiry: 'right-lapses',
  confidence: 'T',
};
