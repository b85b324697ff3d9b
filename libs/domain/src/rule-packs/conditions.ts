import type { CivilDate } from '../case/deadline.ts';
import { Remembered } from '../calendar/remembered.ts';
import { packsInForce } from './find-rule.ts';
import type { Condition, PackConditions } from './pack-conditions.ts';
import type { RulePack } from './rule.ts';

/** What no pack has to say: Art 36(3) alone ends a matter. */
const EVERYWHERE: PackConditions = {
  endGrounds: {
    value: ['recheck-served'],
    basis: { zh: '《信访工作条例》第36条第3款', en: 'Regulation on Petition Work (2022) Art 36(3)' },
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
