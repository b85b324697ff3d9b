import type { CivilDate } from '../case/deadline.ts';
import { Remembered } from '../calendar/remembered.ts';
import { packsInForce } from './find-rule.ts';
import type { Condition, PackConditions } from './pack-conditions.ts';
import type { RulePack } from './rule.ts';

/** What no pack has to say: Art 36(3) alone ends a matter; the rest is practice, and a region's own pack may say otherwise. */
const EVERYWHERE: PackConditions = {
  endGrounds: {
    value: ['recheck-served'],
    basis: { zh: '《信访工作条例》第36条第3款', en: 'Regulation on Petition Work (2022) Art 36(3)' },
  },
  leaderRanks: {
    value: { major: ['principal'], ordinary: ['deputy'], minor: ['department'] },
    basis: {
      zh: '分级包案（大领导包大案件、一般领导包一般案件、小领导包小案件；地方做法，可配置）',
      en: 'grades of cases and ranks of leaders: local practice (configurable)',
    },
  },
  hopLimit: {
    value: 3,
    basis: {
      zh: '《信访工作条例》第24条第1款；次数为本地默认规则',
      en: 'Regulation on Petition Work (2022) Art 24(1); the number is a local default',
    },
  },
  feedbackDays: { value: 7, basis: { zh: '督导组每周反馈会（地方做法）', en: 'a feedback meeting every week: local practice' } },
  receptionNotice: {
    value: 5,
    basis: {
      zh: '领导接访惯例：提前5日公布并通知领导（可配置）',
      en: 'leaders’ reception: published, and the leader told, five days ahead (practice, configurable)',
    },
  },
};

const FOUND = new WeakMap<readonly RulePack[], Remembered<PackConditions>>();

/** The conditions in force for a region on a date, each from the narrowest pack that has it. */
export function conditionsFor(packs: readonly RulePack[], region: string, date: CivilDate): PackConditions {
  let found = FOUND.get(packs);
  if (found === undefined) FOUND.set(packs, (found = new Remembered<PackConditions>()));
  return found.get(`${region} ${date}`, () => {
    const widestFirst = packsInForce(packs, region, date).toReversed();
    return Object.assign({}, EVERYWHERE, ...widestFirst.map((pack) => pack.conditions ?? {})) as PackConditions;
  });
}

/** How many representatives so many people may choose at most; null where no pack says (Art 20(3) then limits every intake to five). */
export function mostRepresentatives({ representatives }: PackConditions, people: number): Condition<number> | null {
  if (representatives === undefined) return null;
  const { fewPeople, max } = representatives.value;
  return { value: people <= fewPeople.upTo ? fewPeople.max : max, basis: representatives.basis };
}
