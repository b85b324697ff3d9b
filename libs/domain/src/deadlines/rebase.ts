import type { CivilDate, Deadline, Instant, OpenDeadline } from '../case/deadline.ts';
import { civilDateOf } from '../calendar/civil-date.ts';
import { regionChain } from '../calendar/region.ts';
import { inForce } from '../rule-packs/find-rule.ts';
import type { Rule, RulePack } from '../rule-packs/rule.ts';
import type { DeadlineEnv } from './deadline-effects.ts';
import { deriveDueDate } from './derive.ts';
import { NO_RUNG, nextRung } from './ladder.ts';
import { inputOf } from './stored-deadline.ts';

/** A clock that another rule pack took over; `from` and `to` may be the same day. */
export interface RebasedDeadline {
  readonly deadlineId: string;
  readonly rule: string;
  readonly from: CivilDate;
  readonly to: CivilDate;
  /** The pack it ran under before. */
  readonly packBefore: string;
}

/** Why a clock that a pack reaches stays under the law it started under. */
export const KEPT_REASONS = ['would-be-shorter', 'would-be-past', 'date-set-by-person', 'already-due'] as const;
export type KeptReason = (typeof KEPT_REASONS)[number];

export interface KeptDeadline {
  readonly deadlineId: string;
  readonly rule: string;
  readonly dueDate: CivilDate;
  readonly why: KeptReason;
}

export interface Rebased {
  /** Rows to write, versions grown. */
  readonly rows: readonly Deadline[];
  readonly open: readonly OpenDeadline[];
  readonly moved: readonly RebasedDeadline[];
  readonly kept: readonly KeptDeadline[];
}

export interface RebaseContext {
  readonly at: Instant;
  /** Division code of the case. */
  readonly region: string;
  readonly env: DeadlineEnv;
}

/** The pack's rule for a running clock: of its region or a wider one, narrower law left alone, in force today. */
function ruleFor(row: OpenDeadline, pack: RulePack, { at, region, env }: RebaseContext): Rule | undefined {
  if (row.rulePack === pack.id) return undefined;
  const chain = regionChain(region);
  const reach = chain.indexOf(pack.region);
  const present = env.rulePacks.find((one) => one.id === row.rulePack)?.region;
  if (reach < 0 || (present !== undefined && chain.indexOf(present) < reach)) return undefined;
  return pack.rules.find((one) => one.id === row.rule && inForce(one, civilDateOf(at)));
}

/**
 * What a pack's own transitional rule does to the running clocks of a case. A limit isn't shortened unless the pack says so,
 * nothing is moved to where it would have passed already, and what has passed stays passed.
 *
 * @param context `at`: legal time; reminders before it aren't repeated.
 */
export function rebase(open: readonly OpenDeadline[], pack: RulePack, context: RebaseContext): Rebased {
  const rows: Deadline[] = [];
  const moved: RebasedDeadline[] = [];
  const kept: KeptDeadline[] = [];
  const { runningClocks = 'keep' } = pack;
  if (runningClocks === 'keep') return { rows, open, moved, kept };
  const after = open.map((row): OpenDeadline => {
    const rule = row.state === 'fired' ? undefined : ruleFor(row, pack, context);
    if (rule === undefined) return row;
    const stays = (why: KeptReason): OpenDeadline => {
      kept.push({ deadlineId: row.id, rule: row.rule, dueDate: row.dueDate, why });
      return row;
    };
    if (row.fixedDate !== null || rule.unit === 'set-by-person') return stays('date-set-by-person');
    if (row.state === 'armed' && row.dueAt <= context.at) return stays('already-due');
    const { calendar } = inputOf(row, context.env);
    const { dueDate, dueAt, digest } = deriveDueDate({ ...row, rule, calendar });
    if (runningClocks === 'lengthen' && dueAt < row.dueAt) return stays('would-be-shorter');
    if (dueAt <= context.at) return stays('would-be-past');
    const next =
      row.state === 'paused'
        ? NO_RUNG
        : nextRung({ rule, calendar, dueDate, dueAt, climbed: -1, at: context.at, ladderFrom: row.ladderFrom });
    moved.push({ deadlineId: row.id, from: row.dueDate, packBefore: row.rulePack, rule: row.rule, to: dueDate });
    const changed: OpenDeadline = { ...row, rulePack: pack.id, dueDate, dueAt, digest, ...next, version: row.version + 1 };
    rows.push(changed);
    return changed;
  });
  return { rows, open: after, moved, kept };
}
