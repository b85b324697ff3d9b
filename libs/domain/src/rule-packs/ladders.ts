import type { Rung } from './rule.ts';

/** The rule that a supervised unit replies by: its reply clock. */
export const SUPERVISION_REPLY = 'SUP-REPLY';

const REMIND: Rung = { step: 'remind', workingDaysBefore: 3 };
const PASS: Rung = { step: 'pass' };
const URGE: Rung = { step: 'urge', workingDaysAfter: 0 };
const SUPERVISE: Rung = { step: 'supervise', workingDaysAfter: 0, reply: SUPERVISION_REPLY };
/** One urging without an answer, then supervision after 5 working days, as 12345 offices do it. */
const SUPERVISE_LATER: Rung = { step: 'supervise', workingDaysAfter: 5, reply: SUPERVISION_REPLY };
/** A supervision that isn't answered goes to the superior's supervisor, then to the leader who answers for it: there it ends. */
const UNANSWERED: readonly Rung[] = [
  { step: 'escalate', to: 'superior-supervisor', reply: SUPERVISION_REPLY },
  { step: 'escalate', to: 'leader', reply: null },
];

/** Rules whose expiry is 督办 (条例 Art 40): urged and supervised in the same instant, in that order. */
export const SUPERVISED: readonly Rung[] = [REMIND, PASS, URGE, SUPERVISE, ...UNANSWERED];

/** Notice duties (Art 44(3)) and local defaults: urged at once, supervised when that doesn't help. */
export const URGED_FIRST: readonly Rung[] = [REMIND, PASS, URGE, SUPERVISE_LATER, ...UNANSWERED];

/** As `URGED_FIRST`, for limits too short for three days' warning. */
export const URGED_FIRST_SHORT: readonly Rung[] = [{ step: 'remind', workingDaysBefore: 1 }, PASS, URGE, SUPERVISE_LATER, ...UNANSWERED];
export const URGED_FIRST_UNWARNED: readonly Rung[] = [PASS, URGE, SUPERVISE_LATER, ...UNANSWERED];

/** Limits in minutes: nobody is warned, and what isn't done is supervised at the instant it passes. */
export const URGED_AT_ONCE: readonly Rung[] = [PASS, URGE, SUPERVISE, ...UNANSWERED];

/** A window of the petitioner's or a citizen's own: he is reminded, nobody is urged. */
export const OWN_WINDOW: readonly Rung[] = [{ step: 'remind', workingDaysBefore: 5 }, PASS];

/** A right of an organ that merely lapses. */
export const LAPSES: readonly Rung[] = [{ step: 'remind', workingDaysBefore: 1 }, PASS];

/** Limits after which another road opens; reminded, never supervised. */
export const REMINDED: readonly Rung[] = [REMIND, PASS];

/** Feedback that is asked for again when it doesn't come (三项建议). */
export const REMINDED_AND_URGED: readonly Rung[] = [REMIND, PASS, URGE];

/** Warned on the last day, and known to have passed. */
export const WARNED: readonly Rung[] = [{ step: 'remind', workingDaysBefore: 1 }, PASS];

/** Nothing to climb but the passing itself. */
export const PASSES: readonly Rung[] = [PASS];
