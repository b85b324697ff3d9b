import type { BilingualText, Refusal } from '../case/decision.ts';
import { refused } from '../case/refusal.ts';
import type { CaseSnapshot } from '../case/snapshot.ts';

const BASIS = '《信访工作条例》第24条第1款';
/** States in which a unit has it and has not answered: whoever is competent goes on in them. */
const GOES_ON: ReadonlySet<string> = new Set(['routed', 'handling', 'dispatched', 'doing', 'accepted']);
/** States in which it lies with a desk, or waits for an answer that the ruling gives. */
const RECEIVED_ANEW: ReadonlySet<string> = new Set(['registered', 'objected', 'refusal-proposed', 'ending-proposed', 'returned']);

/** Whether whoever is competent goes on in this state. */
export const goesOn = (state: string): boolean => GOES_ON.has(state);

/** There is nothing left to be settled here. */
export const moot = (reason: BilingualText): Refusal => refused(reason, { code: 'jurisdiction.moot', basis: BASIS });

/** Why who is competent for a case is no question any more, or none that is asked here; null where a dispute can be settled. */
export function whyNotDisputed({ state, context }: CaseSnapshot): Refusal | null {
  if (context.sealed)
    return moot({ zh: '密封案件不在此处理管辖争议。', en: 'The jurisdiction over a sealed case is not disputed here (Art 30(3)).' });
  return GOES_ON.has(state) || RECEIVED_ANEW.has(state)
    ? null
    : moot({ zh: '案件已作出答复或已办结，不再移交。', en: 'The case was answered or closed: nobody takes it over.' });
}
