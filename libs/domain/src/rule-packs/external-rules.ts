import { REMINDED } from './ladders.ts';
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

/** Limits of the legal routes that a claim is guided into (Art 31(2), (4)), besides labour arbitration, each of its own law. */
export const EXTERNAL_ROWS: readonly PackRow[] = [
  external(
    'LAND-ARB',
    { zh: '农村土地承包仲裁裁决期限', en: 'Award in arbitration on contracted land' },
    { zh: '《农村土地承包经营纠纷调解仲裁法》第47条', en: 'Law on Mediation and Arbitration of Rural Land Contract Disputes Art 47' },
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
