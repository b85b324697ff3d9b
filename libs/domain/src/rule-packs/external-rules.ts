import { OWN_WINDOW, REMINDED } from './ladders.ts';
import type { PackRow } from './petition-rules.ts';
import type { ClockOwner, Rule } from './rule.ts';

/** Organs whose clocks we only follow: they are shown and reminded of, and nobody is urged or supervised by them. */
const ELSEWHERE: readonly ClockOwner[] = ['commission', 'external-organ'];

/** Whether an organ outside keeps the clock. */
export function isKeptElsewhere({ owner }: Pick<Rule, 'owner'>): boolean {
  return ELSEWHERE.includes(owner);
}

const external = (
  id: string,
  title: PackRow['title'],
  basis: PackRow['basis'],
  limit: Pick<PackRow, 'amount' | 'unit'>,
  longer: number,
): PackRow => ({
  id,
  title,
  basis,
  ...limit,
  trigger: 'acceptance',
  ...(longer === 0 ? {} : { extension: { max: longer, approver: 'chair', once: true } }),
  owner: 'external-organ',
  ownerRole: 'handler',
  ladder: REMINDED,
  onExpiry: 'remind',
  confidence: 'T',
});

const LABOUR = (article: string): PackRow['basis'] => ({
  zh: `《劳动争议调解仲裁法》第${article}条`,
  en: `Labour Dispute Mediation and Arbitration Law Art ${article}`,
});
const LAND = (article: string): PackRow['basis'] => ({
  zh: `《农村土地承包经营纠纷调解仲裁法》第${article}条`,
  en: `Law on Mediation and Arbitration of Rural Land Contract Disputes Art ${article}`,
});

/** What somebody may do until then: he is reminded, nobody is late. */
const own = (
  id: string,
  title: PackRow['title'],
  basis: PackRow['basis'],
  limit: Pick<PackRow, 'amount' | 'unit'>,
  trigger: PackRow['trigger'],
): PackRow => ({
  id,
  title,
  basis,
  ...limit,
  trigger,
  owner: 'citizen',
  ownerRole: 'petitioner',
  ladder: OWN_WINDOW,
  onExpiry: 'right-lapses',
  confidence: 'T',
});

/** Before and after the decision of another organ: until when it is asked for, taken up, answered, and taken to a court. */
const AROUND_ROWS: readonly PackRow[] = [
  // Of unpaid wages not while the employment lasts (Art 27(4)): whoever records the window knows from which day it counts.
  own(
    'LAB-APPLY',
    { zh: '申请劳动仲裁期限', en: 'Asking for labour arbitration' },
    LABOUR('27'),
    { amount: 12, unit: 'month' },
    'knew-of-act',
  ),
  own(
    'LAB-SUE',
    { zh: '不服劳动仲裁裁决起诉期限', en: 'Taking a labour award to court' },
    LABOUR('48'),
    { amount: 15, unit: 'cd' },
    'receipt-of-decision',
  ),
  own(
    'LAND-SUE',
    { zh: '不服土地承包仲裁裁决起诉期限', en: 'Taking a land award to court' },
    LAND('48'),
    { amount: 30, unit: 'cd' },
    'receipt-of-decision',
  ),
  {
    ...external(
      'LAB-ACCEPT',
      { zh: '劳动仲裁受理决定期限', en: 'Acceptance of labour arbitration' },
      LABOUR('29'),
      { amount: 5, unit: 'cd' },
      0,
    ),
    trigger: 'application-received',
  },
  external('LAB-DEFENCE', { zh: '劳动仲裁答辩期限', en: 'Defence in labour arbitration' }, LABOUR('30'), { amount: 10, unit: 'cd' }, 0),
  {
    ...external(
      'LAND-ACCEPT',
      { zh: '土地承包仲裁受理通知期限', en: 'Notice of acceptance in arbitration on contracted land' },
      LAND('23'),
      { amount: 5, unit: 'wd' },
      0,
    ),
    trigger: 'application-received',
  },
  external(
    'LAND-DEFENCE',
    { zh: '土地承包仲裁答辩期限', en: 'Answer in arbitration on contracted land' },
    LAND('25'),
    { amount: 10, unit: 'cd' },
    0,
  ),
  {
    ...external(
      'RECON-EXAMINE',
      { zh: '行政复议申请审查期限', en: 'Examining an application for reconsideration' },
      { zh: '《行政复议法》第30条', en: 'Administrative Reconsideration Law Art 30' },
      { amount: 5, unit: 'wd' },
      0,
    ),
    trigger: 'application-received',
  },
];

/** Limits of the legal routes that a claim is guided into (Art 31(2), (4)), besides labour arbitration, each of its own law. */
export const EXTERNAL_ROWS: readonly PackRow[] = [
  ...AROUND_ROWS,
  external(
    'LAND-ARB',
    { zh: '农村土地承包仲裁裁决期限', en: 'Award in arbitration on contracted land' },
    LAND('47'),
    { amount: 60, unit: 'cd' },
    30,
  ),
  external(
    'RECON-DECIDE',
    { zh: '行政复议决定期限', en: 'Decision on administrative reconsideration' },
    { zh: '《行政复议法》第62条', en: 'Administrative Reconsideration Law Art 62' },
    { amount: 60, unit: 'cd' },
    30,
  ),
  external(
    'RECON-SUMMARY',
    { zh: '行政复议决定期限（简易程序）', en: 'Decision on administrative reconsideration (summary procedure)' },
    { zh: '《行政复议法》第62条', en: 'Administrative Reconsideration Law Art 62' },
    { amount: 30, unit: 'cd' },
    0,
  ),
  external(
    'INFO-REPLY',
    { zh: '政府信息公开答复期限', en: 'Reply on government information' },
    { zh: '《政府信息公开条例》第33条', en: 'Regulation on Open Government Information Art 33' },
    { amount: 20, unit: 'wd' },
    20,
  ),
];
