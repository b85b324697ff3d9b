import { addresseesOf } from '../access/people.ts';
import type { Instant, OpenDeadline } from '../case/deadline.ts';
import type { Fact, Notice } from '../case/decision.ts';
import type { ChartContext } from '../case/memo.ts';
import { chartContext } from '../case/memo.ts';
import type { CaseSnapshot } from '../case/snapshot.ts';
import type { ReplyClock, Supervision, Supervisor } from '../case/supervision.ts';

/** An overdue deadline with its supervision. */
export interface SupervisedDeadline {
  readonly deadline: OpenDeadline;
  readonly supervision: Supervision;
}

/** Everything of a case that is supervised now, in the order in which it was opened or last passed on. */
export function supervisionsOf({ context, open }: Pick<CaseSnapshot, 'context' | 'open'>): readonly SupervisedDeadline[] {
  return (chartContext(context).memo.supervisions ?? []).flatMap((supervision) => {
    const deadline = open.find((one) => one.id === supervision.deadlineId);
    return deadline === undefined ? [] : [{ deadline, supervision }];
  });
}

/** The supervision of a deadline; undefined where there is none. */
export function supervisionOf(context: ChartContext, deadlineId: string): Supervision | undefined {
  return context.memo.supervisions?.find((one) => one.deadlineId === deadlineId);
}

/** The supervision that a rung opens, or the one it passes on to somebody else. */
export function supervised(
  deadline: OpenDeadline,
  before: Supervision | undefined,
  by: Supervisor,
  reply: ReplyClock | null,
  at: Instant,
): Supervision | null {
  const { unitId } = deadline.owner;
  if (unitId === null) return null;
  const { id: deadlineId, rule } = deadline;
  return before === undefined
    ? { deadlineId, rule, unitId, level: 0, by, openedAt: at, reply }
    : { ...before, level: before.level + 1, by, reply };
}

/** The memo's list with one supervision opened or passed on. */
export function withSupervision(context: ChartContext, supervision: Supervision): ChartContext {
  const others = (context.memo.supervisions ?? []).filter((one) => one.deadlineId !== supervision.deadlineId);
  return { ...context, memo: { ...context.memo, supervisions: [...others, supervision] } };
}

/** What a supervision's fact says beside its deadline: codes, ids and dates, in the order of their names. */
export function supervisionData(fact: Fact, { by, level, reply, unitId }: Supervision): Fact {
  const escalated = level > 0 ? { byRole: by.role, level } : {};
  const clock = reply === null ? {} : { replyBy: reply.dueDate, replyRule: reply.rule };
  const data = { ...fact.data, by: by.unitId, unitId, ...escalated, ...clock };
  return { ...fact, data: Object.fromEntries(Object.entries(data).sort(([a], [b]) => (a < b ? -1 : 1))) };
}

/** An escalation is told to the supervised unit, to whom it goes, and to the centre's supervisor where it leaves the centre. */
export function escalationNotices(context: ChartContext, { by, rule, unitId }: Supervision): readonly Notice[] {
  const kind = 'supervision.escalated';
  const { centreUnitId } = context;
  return [
    { kind, unitId, roles: addresseesOf(context, unitId), rule },
    { kind, unitId: by.unitId, roles: [by.role], rule },
    ...(by.unitId === centreUnitId || unitId === centreUnitId
      ? []
      : [{ kind, unitId: centreUnitId, roles: ['supervisor'], rule } as const]),
  ];
}

/** Only supervisions of what is still overdue are kept: doing the act ends them. The same context where nothing ended. */
export function withoutEnded(context: ChartContext, open: readonly OpenDeadline[]): ChartContext {
  const before = context.memo.supervisions;
  if (before === undefined) return context;
  const kept = before.filter((one) => open.some((deadline) => deadline.id === one.deadlineId));
  if (kept.length === before.length) return context;
  const { supervisions: _, ...memo } = context.memo;
  return { ...context, memo: kept.length === 0 ? memo : { ...memo, supervisions: kept } };
}
