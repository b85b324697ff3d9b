import type { CivilDate } from '../case/deadline.ts';
import type { BilingualText, Refusal } from '../case/decision.ts';
import type { CaseGrade, LeaderCaseRecord, LeaderDuty, LeaderRank, NamedLeader } from '../case/leader-case.ts';
import { CASE_GRADES, LEADER_DUTIES, LEADER_RESULTS, TEAM_LEVELS } from '../case/leader-case.ts';
import type { ChartContext } from '../case/memo.ts';
import { hasDocument, listOf, oneOf, textOf } from '../case/payload.ts';
import { invalid, refused } from '../case/refusal.ts';
import type { Rule } from '../chart/rule.ts';
import { liesWithin } from '../access/place.ts';
import type { PackConditions } from '../rule-packs/pack-conditions.ts';
import { handlerIn, leaderIn, recordOf } from './record.ts';

export const LEADING = '《信访工作条例》第18条第2款';

export const DUTY_NAMES: Readonly<Record<LeaderDuty, BilingualText>> = {
  'know-facts': { zh: '掌握情况', en: 'know the facts' },
  solve: { zh: '解决问题', en: 'solve the problem' },
  'act-lawfully': { zh: '依法处理', en: 'act lawfully' },
  explain: { zh: '解释说明', en: 'explain' },
  reply: { zh: '答复', en: 'reply' },
  'return-visit': { zh: '回访', en: 'return visit' },
};

/** Why a leader of this rank can't take on a case of this grade (大领导包大案件 …), or null. */
export function whyNotOfRank(grade: CaseGrade, rank: LeaderRank, { leaderRanks }: PackConditions): Refusal | null {
  if (leaderRanks === undefined || leaderRanks.value[grade].includes(rank)) return null;
  return refused(
    {
      zh: '该领导的职级与案件分级不符，请按分级包案表另行明确。',
      en: 'The rank of this leader does not fit the grade of the case: name another by the table of grades.',
    },
    { code: 'leader.rank_mismatch', basis: leaderRanks.basis.zh },
  );
}

/** Why a leader of elsewhere can't take it on: he answers for the case's place, or for a place in it. */
export function whyNotOfPlace({ divisionPath, divisionCode }: Pick<ChartContext, 'divisionPath' | 'divisionCode'>, leader: NamedLeader) {
  return divisionPath.includes(leader.division) || liesWithin(leader.division, divisionCode)
    ? null
    : refused(
        { zh: '该领导不在案件属地任职。', en: 'This leader answers for another place.' },
        { code: 'leader.of_another_place', basis: LEADING },
      );
}

/** The date by which it is to be resolved lies ahead. */
export function whyNotAhead(dueDate: CivilDate | null, today: CivilDate): Refusal | null {
  return dueDate === null || dueDate > today
    ? null
    : invalid('dueDate', 'case.invalid_date', { zh: '化解期限须在今天之后。', en: 'The date to resolve it by lies ahead.' });
}

/** The leader in the payload, else the present one. */
function leaderAfter(record: LeaderCaseRecord, named: unknown): NamedLeader {
  return leaderIn(named) ?? record.leader;
}

export const fittingLeader: Rule = {
  name: 'fitting-leader',
  basis: LEADING,
  text: { zh: '领导职级与案件分级相符，且在案件属地任职', en: 'the rank fits the grade, and the leader answers for the place' },
  payload: true,
  check: (context, { command, law }) => {
    const record = recordOf(context);
    const grade = oneOf(command, 'grade', CASE_GRADES) ?? record.grade;
    const leader = leaderAfter(record, command.payload['leader']);
    return whyNotOfRank(grade, leader.rank, law.conditions) ?? whyNotOfPlace(context, leader);
  },
};

/** 一案一领导: another one takes his place, he doesn't come beside him. */
export const anotherLeader: Rule = {
  name: 'another-leader',
  basis: LEADING,
  text: { zh: '换为另一位领导', en: 'somebody else than now' },
  payload: true,
  check: (context, { command }) =>
    leaderIn(command.payload['leader'])?.leaderId === recordOf(context).leader.leaderId
      ? refused({ zh: '该领导已是本案包案领导。', en: 'This leader has the case already.' }, { basis: LEADING })
      : null,
};

export const gradeChanges: Rule = {
  name: 'grade-changes',
  basis: LEADING,
  text: { zh: '分级与现在不同', en: 'another grade than now' },
  payload: true,
  check: (context, { command }) =>
    oneOf(command, 'grade', CASE_GRADES) === recordOf(context).grade
      ? refused({ zh: '案件已是这一分级。', en: 'The case has this grade already.' }, { basis: LEADING })
      : null,
};

/** The handler works for a unit that the case has reached: naming one opens it to nobody else. */
export const handlerOfReachedUnit: Rule = {
  name: 'handler-of-reached-unit',
  basis: LEADING,
  text: {
    zh: '经办人属于案件已到达的单位，且不是现经办人',
    en: 'the handler is of a unit that the case has reached, and is another than now',
  },
  payload: true,
  check: (context, { command }) => {
    const handler = handlerIn(command.payload['handler']);
    if (handler === null || !listOf(command, 'reachedUnitIds').includes(handler.unitId))
      return invalid('userId', 'handler.of_another_unit', {
        zh: '经办人须为案件已到达单位的经办人或负责人。',
        en: 'The handler is a handler or head of a unit that the case has reached.',
      });
    return handler.userId === recordOf(context).handler.userId
      ? refused({ zh: '该人员已是本案经办人。', en: 'This person has the case already.' }, { basis: LEADING })
      : null;
  },
};

export const backlogTeam: Rule = {
  name: 'backlog-team',
  basis: '信访积案化解（市、县、乡、村四级）',
  text: { zh: '属于信访积案', en: 'a matter of the backlog' },
  payload: false,
  check: (context) =>
    recordOf(context).kind === 'backlog'
      ? null
      : refused({ zh: '只有信访积案设四级组长。', en: 'Only a matter of the backlog has leads at four levels.' }),
};

/** One lead a level; changing him needs a reason, which is kept. */
export const seatOrReason: Rule = {
  name: 'seat-or-reason',
  basis: '信访积案化解（市、县、乡、村四级）',
  text: {
    zh: '该级组长空缺，或说明更换理由；组长为该级领导',
    en: 'the level has no lead yet, or a reason is given; the lead is of that level',
  },
  payload: true,
  check: (context, { command }) => {
    const level = oneOf(command, 'level', TEAM_LEVELS);
    const leader = leaderIn(command.payload['leader']);
    if (leader !== null && leader.level !== level)
      return invalid('leaderId', 'leader.of_another_level', { zh: '该领导不是这一级的领导。', en: 'This leader is of another level.' });
    const seated = recordOf(context).leads.some((one) => one.level === level);
    return seated && !hasDocument(command, 'reason')
      ? refused(
          { zh: '该级已有组长；更换须说明理由。', en: 'The level has its lead; to change him give the reason.' },
          { code: 'leader.already_named' },
        )
      : null;
  },
};

/** 回访 is not for whoever handled it (rules 9.8), and nobody visits before there is a reply. */
export const dutyInOrder: Rule = {
  name: 'duty-in-order',
  basis: LEADING,
  text: { zh: '回访由经办人以外的人在答复之后进行', en: 'a return visit comes after the reply, by somebody else than the handler' },
  payload: true,
  check: (context, { command }) => {
    if (oneOf(command, 'duty', LEADER_DUTIES) !== 'return-visit') return null;
    const { duties, handler } = recordOf(context);
    if (command.by.userId === handler.userId)
      return refused(
        { zh: '经办人不得回访自己经办的案件。', en: 'Nobody visits in a case that he handled.' },
        { code: 'visit.by_handler', basis: LEADING },
      );
    return duties.some((one) => one.duty === 'reply')
      ? null
      : refused({ zh: '尚未答复，不能回访。', en: 'There is no reply yet to visit about.' }, { basis: LEADING });
  },
};

/** What is left to do before it may be concluded with this result. */
export function dutiesLeft({ duties }: Pick<LeaderCaseRecord, 'duties'>, result: (typeof LEADER_RESULTS)[number]): readonly LeaderDuty[] {
  const owed: readonly LeaderDuty[] = [
    'know-facts',
    'act-lawfully',
    // 解决不了要解释，解决好了的要回访.
    ...(result === 'solved' ? (['solve', 'reply', 'return-visit'] as const) : (['explain', 'reply'] as const)),
  ];
  return owed.filter((duty) => !duties.some((one) => one.duty === duty));
}

export const dutiesDone: Rule = {
  name: 'duties-done',
  basis: LEADING,
  text: {
    zh: '各项职责已履行：已解决的须回访，未解决的须解释',
    en: 'the duties are done: what is solved was visited, what is not was explained',
  },
  payload: true,
  check: (context, { command }) => {
    const left = dutiesLeft(recordOf(context), oneOf(command, 'result', LEADER_RESULTS) ?? 'solved').map((duty) => DUTY_NAMES[duty]);
    return left.length === 0
      ? null
      : refused(
          {
            zh: `还有职责未履行：${left.map((one) => one.zh).join('、')}。`,
            en: `Duties are left: ${left.map((one) => one.en).join(', ')}.`,
          },
          { code: 'leader.duties_left', basis: LEADING },
        );
  },
};

export const teamComplete: Rule = {
  name: 'team-complete',
  basis: '信访积案化解（市、县、乡、村四级）',
  text: { zh: '信访积案四级组长均已明确', en: 'a matter of the backlog has its lead at every level' },
  payload: false,
  check: (context) => {
    const { kind, leads } = recordOf(context);
    return kind === 'single' || TEAM_LEVELS.every((level) => leads.some((one) => one.level === level))
      ? null
      : refused(
          { zh: '市、县、乡、村四级组长尚未全部明确。', en: 'Not every level has its lead yet.' },
          { code: 'leader.team_incomplete', basis: '信访积案化解（市、县、乡、村四级）' },
        );
  },
};

export const termAhead: Rule = {
  name: 'term-ahead',
  basis: LEADING,
  text: { zh: '化解期限在今天之后', en: 'the date to resolve it by lies ahead' },
  payload: true,
  check: (_context, { command, today }) => whyNotAhead(textOf(command, 'dueDate'), today),
};
