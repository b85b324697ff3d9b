import type { Deadline, Instant, LadderStep, OpenDeadline } from '../case/deadline.ts';
import type { Fact } from '../case/decision.ts';
import type { ReplyClock } from '../case/supervision.ts';
import type { Rung } from '../rule-packs/rule.ts';
import { passedFact } from './apply-effects.ts';
import type { DeadlineEnv } from './deadline-effects.ts';
import { NO_RUNG, nextRung } from './ladder.ts';
import type { NextRung } from './ladder.ts';
import { startReplyClock } from './reply-clock.ts';
import { ruleOf } from '../rule-packs/find-rule.ts';
import { inputOf, isOpen } from './stored-deadline.ts';

/** The fact, and the kind of notice, that each rung makes. */
const FACT_OF: Readonly<Record<LadderStep, string>> = {
  remind: 'deadline.reminded',
  pass: 'deadline.passed',
  urge: 'deadline.urged',
  supervise: 'supervision.opened',
  escalate: 'supervision.escalated',
};

export type ClimbResult =
  /** Early, doubled or out of date: nothing changes. */
  | { readonly stale: true }
  | {
      readonly stale: false;
      readonly row: Deadline;
      readonly step: LadderStep;
      readonly fact: Fact;
      readonly noticeKind: string;
      /** What the supervised unit has to reply by from now on. */
      readonly reply: ReplyClock | null;
    };

/** Which rung a job or the sweep means: the ladder index and the row's version it saw. */
export interface RungClaim {
  readonly step: number;
  readonly version: number;
}

/** The rung that a claim means; undefined where the rule has none. */
export function rungOf(deadline: Deadline, step: number, env: DeadlineEnv): Rung | undefined {
  return ruleOf(env.rulePacks, deadline.rulePack, deadline.rule).ladder[step];
}

/**
 * Climbs one rung of a deadline's ladder. `pass` fires the deadline: once, and never before `dueAt`. Worker clocks don't
 * decide: `at` is the database's legal time.
 *
 * @param replyIn the case's division code where a supervised unit is asked for a reply: the ladder then goes on when the reply
 * clock has run out. Null: nobody is asked, and the ladder ends with its supervision.
 */
export function climbRung(deadline: Deadline, claim: RungClaim, at: Instant, env: DeadlineEnv, replyIn: string | null = null): ClimbResult {
  if (!isOpen(deadline) || deadline.state === 'paused' || deadline.version !== claim.version || deadline.nextStep !== claim.step)
    return { stale: true };
  if (deadline.nextAt === null || deadline.nextAt > at) return { stale: true };
  const input = inputOf(deadline, env);
  const rung = input.rule.ladder[claim.step];
  if (rung === undefined) throw new RangeError(`${deadline.rule} of ${deadline.rulePack} has no rung ${String(claim.step)}`);
  const { step } = rung;
  const asked = 'reply' in rung ? rung.reply : null;
  const reply = asked === null || replyIn === null ? null : startReplyClock(asked, at, replyIn, env);
  const { rule, calendar } = input;
  const { dueDate, dueAt, ladderFrom } = deadline;
  const next =
    'reply' in rung
      ? whenUnanswered(rule.ladder, claim.step, reply)
      : nextRung({ rule, calendar, dueDate, dueAt, climbed: claim.step, at, ladderFrom });
  const fired = step === 'pass' ? ({ state: 'fired', firedAt: at } as const) : {};
  const row: Deadline = { ...deadline, ...fired, ...next, version: deadline.version + 1 };
  const fact =
    step === 'pass' ? passedFact(row) : { data: { deadlineId: row.id, dueDate: row.dueDate }, rule: row.rule, type: FACT_OF[step] };
  return { stale: false, row, step, fact, noticeKind: FACT_OF[step], reply };
}

/** The escalation that follows an unanswered supervision, at the end of its reply clock. */
function whenUnanswered(ladder: readonly Rung[], climbed: number, reply: ReplyClock | null): NextRung {
  const further = climbed + 1 < ladder.length;
  return reply === null || !further ? NO_RUNG : { nextStep: climbed + 1, nextAt: reply.dueAt };
}

/** The rung of a case that is to be climbed first by `at`, with the claim to climb it; undefined when none is due. */
export function dueRung(
  open: readonly OpenDeadline[],
  at: Instant,
): { readonly deadline: OpenDeadline; readonly claim: RungClaim; readonly nextAt: Instant } | undefined {
  let first: { deadline: OpenDeadline; claim: RungClaim; nextAt: Instant } | undefined;
  for (const deadline of open) {
    const { nextAt, nextStep, version } = deadline;
    if (nextAt === null || nextStep === null || nextAt > at || (first !== undefined && first.nextAt <= nextAt)) continue;
    first = { deadline, claim: { step: nextStep, version }, nextAt };
  }
  return first;
}
