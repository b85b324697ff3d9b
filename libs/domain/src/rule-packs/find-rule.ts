import type { CivilDate } from '../case/deadline.ts';
import { regionChain } from '../calendar/region.ts';
import { Remembered } from '../calendar/remembered.ts';
import { UnknownLaw } from '../law/unknown-law.ts';
import type { Rule, RulePack } from './rule.ts';

export interface FoundRule {
  readonly pack: RulePack;
  readonly rule: Rule;
}

export const inForce = (span: { readonly effectiveFrom: CivilDate; readonly effectiveTo: CivilDate | null }, date: CivilDate): boolean =>
  span.effectiveFrom <= date && (span.effectiveTo === null || date <= span.effectiveTo);

/** The packs that apply on a date, narrowest region first; of a region's own the one that came last, which took the others' place. */
export function packsInForce(packs: readonly RulePack[], region: string, date: CivilDate): readonly RulePack[] {
  const found: RulePack[] = [];
  for (const code of regionChain(region)) {
    const pack = packs.findLast((one) => one.region === code && inForce(one, date));
    if (pack !== undefined) found.push(pack);
  }
  if (found.length > 0) return found;
  // Older than the oldest pack (the 1995 Regulation is not among them): count by the oldest; the calendar marks it provisional.
  const oldest = packs.filter((one) => one.region === 'CN').sort((a, b) => (a.effectiveFrom < b.effectiveFrom ? -1 : 1))[0];
  return oldest !== undefined && date < oldest.effectiveFrom ? [oldest] : [];
}

/**
 * The rule pack in force for a region on a date: the region's own, else that of the region around it, else the nation's.
 * A date before the first pack gets the oldest one.
 *
 * @param date the civil date of the trigger: a limit is governed by the law of the day that started it.
 * @throws RangeError when no pack covers the date (a gap in the data).
 */
export function rulePackFor(packs: readonly RulePack[], region: string, date: CivilDate): RulePack {
  const pack = packsInForce(packs, region, date)[0];
  if (pack === undefined) throw new RangeError(`no rule pack for ${region} on ${date}`);
  return pack;
}

/** By the packs asked about, which never change; `null` where none of them has the rule then. */
const FOUND = new WeakMap<readonly RulePack[], Remembered<FoundRule | null>>();

/** A rule as it stands for a region on a date, with the pack it stands in; undefined when none of them has it then. */
export function findRule(packs: readonly RulePack[], region: string, date: CivilDate, ruleId: string): FoundRule | undefined {
  let found = FOUND.get(packs);
  if (found === undefined) FOUND.set(packs, (found = new Remembered<FoundRule | null>()));
  return found.get(`${region} ${date} ${ruleId}`, () => lookUp(packs, region, date, ruleId) ?? null) ?? undefined;
}

function lookUp(packs: readonly RulePack[], region: string, date: CivilDate, ruleId: string): FoundRule | undefined {
  const applicable = packsInForce(packs, region, date);
  const oldest = applicable.length === 1 && date < (applicable[0]?.effectiveFrom ?? '');
  for (const pack of applicable) {
    const rule = pack.rules.find((one) => one.id === ruleId && (oldest || inForce(one, date)));
    if (rule !== undefined) return { pack, rule };
  }
  return undefined;
}

/** The pack a stored deadline was armed by. @throws RangeError when it is gone: packs in use are never removed. */
export function packOf(packs: readonly RulePack[], packId: string): RulePack {
  const pack = packs.find((one) => one.id === packId);
  if (pack === undefined) throw new RangeError(`no pack ${packId}`);
  return pack;
}

/** A rule of one pack, whatever the date; undefined where there is no such pack or rule. */
export function ruleIn(packs: readonly RulePack[], packId: string | undefined, ruleId: string): FoundRule | undefined {
  const pack = packId === undefined ? undefined : packs.find((one) => one.id === packId);
  const rule = pack?.rules.find((one) => one.id === ruleId);
  return pack === undefined || rule === undefined ? undefined : { pack, rule };
}

/**
 * The rule a stored deadline was armed by.
 *
 * @throws UnknownLaw when the pack or the rule isn't known.
 */
export function ruleOf(packs: readonly RulePack[], packId: string, ruleId: string): Rule {
  const found = ruleIn(packs, packId, ruleId);
  if (found === undefined) throw new UnknownLaw(`rule ${ruleId} of pack ${packId}`);
  return found.rule;
}
