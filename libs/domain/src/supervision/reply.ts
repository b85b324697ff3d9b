import type { Supervision } from '../case/supervision.ts';
import { refused } from '../case/refusal.ts';
import type { Actor } from '../case/snapshot.ts';
import { stay } from '../chart/chart.ts';
import type { Deed } from '../chart/chart.ts';
import type { Effect } from '../chart/effect.ts';
import { deadline, notify } from '../chart/effect.ts';
import type { ChartContext } from '../case/memo.ts';
import type { Rule } from '../chart/rule.ts';

const BASIS = '《信访工作条例》第40条第1款';

/** The supervisions of this person's unit that still wait for its reply. */
function unanswered(context: ChartContext, { unitId }: Actor): readonly Supervision[] {
  return (context.memo.supervisions ?? []).filter((one) => one.unitId === unitId && one.repliedAt === undefined);
}

export const supervisionOpen: Rule = {
  name: 'supervision-open',
  basis: BASIS,
  text: { zh: '本单位有待回复的督办', en: 'a supervision of this unit waits for its reply' },
  payload: false,
  check: (context, { command }) =>
    unanswered(context, command.by).length > 0
      ? null
      : refused({ zh: '没有待回复的督办。', en: 'No supervision waits for a reply.' }, { basis: BASIS }),
};

/** One written reply answers all that the unit is supervised for in this case. */
export const replyToSupervision: Deed = (context, { command }) => {
  const answered = unanswered(context, command.by);
  const effects = answered.flatMap(({ by, deadlineId, level, reply, rule, unitId }): readonly Effect[] => {
    const late = level > 0 || reply === null || command.at >= reply.dueAt;
    const data = {
      deadlineId,
      ...(late ? { late } : {}),
      ...(level > 0 ? { level } : {}),
      ...(reply === null ? {} : { replyBy: reply.dueDate }),
      to: by.unitId,
      unitId,
    };
    return [
      { kind: 'fact', fact: { data, rule, type: 'supervision.replied' } },
      deadline({ kind: 'answered', rule }),
      notify('supervision.replied', by.unitId, [by.role]),
      // Whoever opened it hears of the reply too, wherever the supervision has gone since.
      ...(by.unitId === context.centreUnitId && by.role === 'supervisor'
        ? []
        : [notify('supervision.replied', context.centreUnitId, ['supervisor'])]),
    ];
  });
  const supervisions = (context.memo.supervisions ?? []).map((one) => (answered.includes(one) ? { ...one, repliedAt: command.at } : one));
  return { memo: { supervisions }, effects };
};

/** 回复督办, Art 40: in every state in which something may be overdue. */
export const supervisable = { REPLY_SUPERVISION: stay(replyToSupervision, supervisionOpen) };
