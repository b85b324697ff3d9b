import type { CivilDate } from '../case/deadline.ts';
import type { BilingualText } from '../case/decision.ts';
import { isCivilDate } from '../calendar/civil-date.ts';
import type { Rule, RulePack, Rung } from './rule.ts';

type Complain = (what: string) => void;

const bilingual = (text: BilingualText): boolean => /\p{Script=Han}/u.test(text.zh) && /[A-Za-z]/.test(text.en);
const span = (from: CivilDate, to: CivilDate | null): boolean => isCivilDate(from) && (to === null || (isCivilDate(to) && from <= to));
const isDays = (n: number): boolean => Number.isInteger(n) && n >= 0;

function checkLadder(ladder: readonly Rung[], wrong: Complain): void {
  const pass = ladder.findIndex((rung) => rung.step === 'pass');
  if (ladder.filter((rung) => rung.step === 'pass').length !== 1) {
    wrong('its ladder must pass exactly once');
    return;
  }
  let last = Number.NEGATIVE_INFINITY;
  for (const [i, rung] of ladder.entries()) {
    if (rung.step === 'pass') {
      last = 0;
      continue;
    }
    if (rung.step === 'escalate') continue;
    if (rung.step === 'remind' ? i > pass : i < pass) wrong(`${rung.step} stands on the wrong side of pass`);
    const days = rung.step === 'remind' ? rung.workingDaysBefore : rung.workingDaysAfter;
    if (!isDays(days) || (rung.step === 'remind' && days === 0)) wrong(`${rung.step} has no sensible number of days`);
    const offset = rung.step === 'remind' ? -days : days;
    if (offset < last) wrong(`${rung.step} is out of order`);
    last = offset;
  }
  const supervised = ladder.some((rung) => rung.step === 'supervise');
  // Every ladder that leads to supervision urges first: nobody is supervised who was never asked (条例 Art 40).
  if (supervised && !ladder.some((rung) => rung.step === 'urge')) wrong('supervision without urging');
  checkEscalation(ladder, wrong);
}

/** An unanswered supervision goes up, step by step, until it lies with somebody who answers for it; there it ends. */
function checkEscalation(ladder: readonly Rung[], wrong: Complain): void {
  const from = ladder.findIndex((rung) => rung.step === 'supervise');
  const above = ladder.filter((rung) => rung.step === 'escalate');
  if (from < 0) {
    if (above.length > 0) wrong('escalation without supervision');
    return;
  }
  if (ladder.slice(from + 1).length !== above.length) wrong('something other than an escalation follows its supervision');
  if (above.at(-1)?.to !== 'leader') wrong('its ladder ends nowhere: nobody answers for a supervision without a reply');
  for (const [i, rung] of above.entries()) {
    const last = i === above.length - 1;
    if (last ? rung.reply !== null : rung.reply === null)
      wrong(last ? 'its last escalation asks for a reply that nobody waits for' : 'an escalation without a reply clock is never left');
    if (!last && rung.to === 'leader') wrong('a leader stands before the end of its ladder');
  }
}

function checkRule(rule: Rule, pack: RulePack, wrong: Complain): void {
  if (!/^[A-Z]+(-[A-Z]+)+$/.test(rule.id)) wrong('its id is no rule id');
  if (!bilingual(rule.title)) wrong('its title is not in both languages');
  if (!bilingual(rule.basis)) wrong('its basis is not in both languages');
  if (rule.unit === 'set-by-person' ? rule.amount !== 0 : !Number.isInteger(rule.amount) || rule.amount < 1)
    wrong('its amount does not fit its unit');
  if (rule.unit === 'set-by-person' && !rule.dateMayBeSet) wrong('nobody may set the date that a person must set');
  if (rule.extension !== null && (!Number.isInteger(rule.extension.max) || rule.extension.max < 1)) wrong('its extension adds no days');
  if (rule.extension !== null && rule.unit === 'set-by-person') wrong('a date set by a person is not extended');
  if (rule.pausableBy.length > 0 && rule.unit === 'set-by-person') wrong('a date set by a person is not paused');
  if (
    rule.unit === 'minute' &&
    (rule.pausableBy.length > 0 || rule.extension !== null || rule.ladder.some(({ step }) => step === 'remind'))
  )
    wrong('minutes are neither paused nor extended, and nobody is reminded of them days before');
  if (new Set(rule.pausableBy).size !== rule.pausableBy.length) wrong('a reason to pause is named twice');
  if (rule.region !== pack.region) wrong('its region is not that of the pack');
  if (!span(rule.effectiveFrom, rule.effectiveTo)) wrong('its dates are no span');
  if (rule.effectiveFrom < pack.effectiveFrom || (pack.effectiveTo !== null && (rule.effectiveTo ?? '9999-12-31') > pack.effectiveTo)) {
    wrong('it is in force longer than its pack');
  }
  checkLadder(rule.ladder, wrong);
}

/** The packs whose place a pack has taken, directly or in the end. */
function ancestry(pack: RulePack, packs: readonly RulePack[]): readonly string[] {
  const line: string[] = [];
  for (let id = pack.supersedes; id !== undefined && !line.includes(id); id = packs.find((one) => one.id === id)?.supersedes) line.push(id);
  return line;
}

/** A pack that takes another's place stands behind it and has every rule of it: a limit is abolished by an explicit law only. */
function checkSuccession(pack: RulePack, packs: readonly RulePack[], wrong: Complain): void {
  if (pack.supersedes === undefined) return;
  const earlier = packs.find((one) => one.id === pack.supersedes);
  if (earlier === undefined || packs.indexOf(earlier) >= packs.indexOf(pack)) {
    wrong(`it takes the place of ${pack.supersedes}, which is not there`);
    return;
  }
  if (earlier.region !== pack.region) wrong(`it takes the place of ${earlier.id}, which is another region's`);
  if (pack.effectiveFrom < earlier.effectiveFrom) wrong(`it is in force before ${earlier.id}, whose place it takes`);
  if (earlier.conditions !== undefined && pack.conditions === undefined) wrong(`it says nothing of the conditions of ${earlier.id}`);
  for (const { id } of earlier.rules) if (!pack.rules.some((one) => one.id === id)) wrong(`${id} of ${earlier.id} is missing`);
}

/**
 * Looks for mistakes in rule packs before they are used: ids named twice, texts in one language only, ladders out of order,
 * packs of one region whose dates overlap.
 *
 * @returns one English line a mistake; empty when the packs are sound.
 */
export function rulePackMistakes(packs: readonly RulePack[]): readonly string[] {
  const mistakes: string[] = [];
  const seenPacks = new Set<string>();
  for (const pack of packs) {
    const wrong: Complain = (what) => void mistakes.push(`${pack.id}: ${what}`);
    if (seenPacks.has(pack.id)) wrong('there are two packs of this id');
    seenPacks.add(pack.id);
    if (!bilingual(pack.title)) wrong('its title is not in both languages');
    if (!span(pack.effectiveFrom, pack.effectiveTo)) wrong('its dates are no span');
    if (!/^(CN|\d{6})$/.test(pack.region)) wrong('its region is no division');
    checkSuccession(pack, packs, wrong);
    const line = ancestry(pack, packs);
    for (const other of packs) {
      if (other === pack || other.region !== pack.region || line.includes(other.id) || ancestry(other, packs).includes(pack.id)) continue;
      if (other.effectiveFrom <= pack.effectiveFrom && pack.effectiveFrom <= (other.effectiveTo ?? '9999-12-31'))
        wrong(`its dates overlap those of ${other.id}`);
    }
    const seenRules = new Set<string>();
    for (const rule of pack.rules) {
      if (seenRules.has(rule.id)) wrong(`${rule.id} is there twice`);
      seenRules.add(rule.id);
      checkRule(rule, pack, (what) => {
        wrong(`${rule.id}: ${what}`);
      });
    }
  }
  return mistakes;
}
