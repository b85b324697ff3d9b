import { likeness, saidIn, titleSaid } from './text-likeness.ts';
import type { RarityOf, Said } from './text-likeness.ts';
import type { DuplicateCandidate, DuplicateFeatures, DuplicateProposal, DuplicateReason } from './types.ts';

/** How much each likeness counts; a score stops at 1. */
const WEIGHT = { content: 0.75, petitioner: 0.3, place: 0.1, category: 0.05, time: 0.05 } as const;
/** Below this nothing is worth a clerk's look. */
export const WORTH_A_LOOK = 0.5;
const ALIKE = 0.4;
const MOST = 10;
const DAY_MS = 86_400_000;

/**
 * Earlier cases that may be about the same matter (Art 19(3), 36(3)), best first, at most ten, each with its reasons. It
 * proposes and never refuses: a person compares facts and reasons and decides.
 *
 * @param candidates cases this user may know of; whoever asks selects them
 * @param rarityOf how much a pair of characters tells
 */
export function proposeDuplicates(
  fresh: DuplicateFeatures,
  candidates: readonly DuplicateCandidate[],
  rarityOf: RarityOf,
): readonly DuplicateProposal[] {
  const said = saidIn(fresh.title, fresh.narrative);
  return candidates
    .map((candidate) => compare(fresh, said, candidate, rarityOf))
    .filter(({ score }) => score >= WORTH_A_LOOK)
    .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1))
    .slice(0, MOST);
}

function compare(fresh: DuplicateFeatures, said: Said, candidate: DuplicateCandidate, rarityOf: RarityOf): DuplicateProposal {
  const other = saidIn(candidate.title, candidate.narrative);
  const title = titleSaid(said, other, rarityOf);
  const narrative = likeness(said.narrative, other.narrative);
  const place =
    fresh.divisionCode === candidate.divisionCode ? 1 : fresh.countyCode !== null && fresh.countyCode === candidate.countyCode ? 0.5 : 0;
  const category = fresh.categoryCode === candidate.categoryCode ? 1 : 0;
  const days = Math.abs(Date.parse(fresh.receivedAt) - Date.parse(candidate.receivedAt)) / DAY_MS;
  const time = days <= 90 ? 1 : days <= 365 ? 0.5 : 0;

  const points =
    WEIGHT.content * Math.max(title, narrative) +
    WEIGHT.petitioner * (candidate.samePetitioner ? 1 : 0) +
    WEIGHT.place * place +
    WEIGHT.category * category +
    WEIGHT.time * time;
  const score = Math.min(1, Math.round(points * 100) / 100);
  const reasons: DuplicateReason[] = [];
  if (candidate.samePetitioner) {
    reasons.push({ rule: 'same-petitioner', zh: '信访人相同', en: 'Same petitioner' });
    if (candidate.standing === 'open') reasons.push(STILL_OPEN);
    if (candidate.standing === 'final') reasons.push(AFTER_RECHECK);
  }
  if (title >= ALIKE)
    reasons.push({
      rule: 'title-said',
      zh: `双方标题所述内容${percent(title)}见于对方`,
      en: `${percent(title)} of what the titles name is said in the other matter too`,
    });
  if (narrative >= ALIKE)
    reasons.push({ rule: 'similar-narrative', zh: `内容相似度${percent(narrative)}`, en: `Narratives are ${percent(narrative)} alike` });
  if (place === 1) reasons.push({ rule: 'same-place', zh: '问题属地相同', en: 'Same place' });
  if (category === 1) reasons.push({ rule: 'same-category', zh: '内容分类相同', en: 'Same category' });
  if (time === 1)
    reasons.push({ rule: 'near-in-time', zh: `相隔${String(Math.floor(days))}天`, en: `${String(Math.floor(days))} days apart` });
  return { id: candidate.id, caseNo: candidate.caseNo, score, reasons };
}

const STILL_OPEN: DuplicateReason = {
  rule: 'still-open',
  zh: '前一事项仍在办理期限内，同一事项不再另行受理（《信访工作条例》第十九条第三款）',
  en: 'The earlier case is still within its limits: the same matter is not accepted again (Art 19(3))',
};
const AFTER_RECHECK: DuplicateReason = {
  rule: 'after-recheck',
  zh: '前一事项已经复核，以同一事实和理由再次提出的不再受理（《信访工作条例》第三十六条第三款）',
  en: 'The earlier case went through re-review: the same facts and reasons are no longer accepted (Art 36(3))',
};

function percent(share: number): string {
  return `${String(Math.round(share * 100))}%`;
}
