import { addresseesOf } from '../access/people.ts';
import { viewerUnits } from '../access/knowledge.ts';
import { addDays, civilDateOf } from '../calendar/index.ts';
import { refused, invalid } from '../case/refusal.ts';
import { notify } from '../chart/effect.ts';
import type { LinkedProcedure } from '../linked/linked-procedure.ts';
import { conditionsFor, findRule } from '../rule-packs/index.ts';
import { firstClocks } from './leader-case.deeds.ts';
import { led } from './leader-case.facts.ts';
import { LEADING, whyNotAhead, whyNotOfPlace, whyNotOfRank } from './leader-case.rules.ts';
import { newLeaderCase, toldLeader } from './record.ts';

/** How a leader's responsibility for a case begins, and why it may not. */
export const leaderCaseBegins: LinkedProcedure = {
  whyNot: (main, command, env) => {
    const record = newLeaderCase(command.payload['leaderCase']);
    if (record === null) return invalid('leaderCase', 'case.incomplete', { zh: '包案信息不完整。', en: 'The naming is incomplete.' });
    const { context } = main;
    const today = civilDateOf(command.at);
    if (!viewerUnits(context).includes(record.handler.unitId))
      return invalid('handlerId', 'handler.of_another_unit', {
        zh: '经办人须为案件已到达单位的经办人或负责人。',
        en: 'The handler is a handler or head of a unit that the case has reached.',
      });
    const age = record.kind === 'backlog' ? findRule(env.rulePacks, context.divisionCode, today, 'LEAD-BACKLOG')?.rule.amount : undefined;
    if (age !== undefined && addDays(civilDateOf(context.receivedAt), age) > today)
      return refused(
        { zh: `收到未满${String(age)}日，不作为信访积案。`, en: `A matter counts as backlog ${String(age)} days after its receipt.` },
        { code: 'leader.no_backlog', basis: LEADING },
      );
    return (
      whyNotAhead(record.dueDate, today) ??
      whyNotOfRank(record.grade, record.leader.rank, conditionsFor(env.rulePacks, context.divisionCode, today)) ??
      whyNotOfPlace(context, record.leader)
    );
  },
  begin: (main, command) => {
    const record = newLeaderCase(command.payload['leaderCase']);
    if (record === null) throw new RangeError('asked about before');
    const { kind, grade, leader, handler, dueDate } = record;
    const { centreUnitId } = main.context;
    return {
      holderUnitId: handler.unitId,
      memo: { leaderCase: record },
      effects: [
        led('leader-case.opened', {
          dueDate,
          grade,
          handlerId: handler.userId,
          kind,
          leaderId: leader.leaderId,
          mainCaseId: main.context.caseId,
          rank: leader.rank,
          unitId: handler.unitId,
        }),
        ...firstClocks(record, centreUnitId, command.at),
        ...toldLeader('leader.named', leader),
        notify('case-handler.named', handler.unitId, addresseesOf(main.context, handler.unitId)),
      ],
    };
  },
};
