import { chartContext } from '../case/memo.ts';
import { textOf } from '../case/payload.ts';
import { forbidden, invalid, refused } from '../case/refusal.ts';
import type { CaseSnapshot } from '../case/snapshot.ts';
import type { Rule } from '../chart/rule.ts';
import { isClosed } from '../closing/closed-states.ts';
import type { EndGround } from '../rule-packs/pack-conditions.ts';

export const receivedDirectly: Rule = {
  name: 'received-directly',
  basis: '《信访工作条例》第22条、第23条',
  text: { zh: '由有权处理的机关直接收到', en: 'received directly by the organ that registered it' },
  payload: false,
  check: (context) =>
    context.direct
      ? null
      : refused(
          {
            zh: '登记后须先转送有权处理的单位，由其受理。',
            en: 'Once registered it is forwarded to the competent unit, which accepts it.',
          },
          { basis: '《信访工作条例》第22条', whoMay: { zh: '转送后的承办单位', en: 'the unit it is forwarded to' } },
        ),
};

export const otherCaseNamed: Rule = {
  name: 'other-case-named',
  basis: '《信访工作条例》第19条第3款',
  text: { zh: '以“正在办理”为由的，须指明该案件', en: 'a refusal for a case pending elsewhere names that case' },
  payload: true,
  check: (_context, { command }) => {
    if (textOf(command, 'reason') !== 'pending-elsewhere') return null;
    const id = textOf(command, 'caseId');
    return id === null || command.cases[id] === undefined
      ? invalid('caseId', 'case.unknown', { zh: '请指明正在办理的案件。', en: 'Name the case that is pending.' })
      : null;
  },
};

export const otherCasePending: Rule = {
  name: 'other-case-pending',
  basis: '《信访工作条例》第19条第3款',
  text: { zh: '该案件已受理并在办理期限内', en: 'that case has been accepted and is being handled' },
  payload: true,
  check: (context, { command }) => {
    if (textOf(command, 'reason') !== 'pending-elsewhere') return null;
    const other = command.cases[textOf(command, 'caseId') ?? '']?.snapshot;
    const pending =
      other !== undefined &&
      other.context.caseId !== context.caseId &&
      other.context.firstUnitId !== null &&
      !isClosed(other.procedure, other.state);
    return pending
      ? null
      : refused(
          {
            zh: '所指案件未受理或已结案，不能以此为由不予受理。',
            en: 'The case named has not been accepted or is closed: no reason to refuse this one.',
          },
          { basis: '《信访工作条例》第19条第3款' },
        );
  },
};

export const priorCaseKnown: Rule = {
  name: 'prior-case-known',
  basis: '《信访工作条例》第36条第3款',
  text: { zh: '原案件存在且知悉', en: 'the prior case exists and is known to the sender' },
  payload: true,
  check: (_context, { command }) =>
    command.cases[textOf(command, 'priorCaseId') ?? ''] === undefined
      ? invalid('priorCaseId', 'case.unknown', { zh: '没有这个案件。', en: 'There is no such case.' })
      : null,
};

/** Which grounds have ended a case, from what its own history shows. */
const ENDED_BY: Readonly<Record<EndGround, (prior: CaseSnapshot) => boolean>> = {
  'recheck-served': ({ context: { memo } }) => memo['finalReached'] === true,
  'not-requested-in-time': ({ context }) => chartContext(context).memo.concludedFrom !== undefined,
  'agreement-reached': ({ state }) => state === 'settled',
  // Performed is what the return visit found solved.
  'agreement-performed': ({ state, context }) => state === 'settled' && chartContext(context).memo.visits?.at(-1) === 'solved',
};

export const priorCaseFinal: Rule = {
  name: 'prior-case-final',
  basis: '《信访工作条例》第36条第3款',
  text: {
    zh: '原案件已经三级终结（地方另有终结情形的从其规定）',
    en: 'the prior case went through all three levels (or ended on another ground that the place knows)',
  },
  payload: true,
  check: (context, { command, law }) => {
    const prior = command.cases[textOf(command, 'priorCaseId') ?? '']?.snapshot;
    if (prior === undefined) return null;
    const grounds = law.conditions.endGrounds;
    const ended = grounds?.value.some((ground) => ENDED_BY[ground](prior)) ?? false;
    return prior.context.caseId !== context.caseId && ended
      ? null
      : refused(
          {
            zh: '只有另一件已经复核终结的同一事项，才能不再受理。',
            en: 'Only the same matter of another case that ended with its recheck is no longer accepted.',
          },
          { basis: grounds?.basis.zh ?? '《信访工作条例》第36条第3款' },
        );
  },
};

export const anotherPerson: Rule = {
  name: 'another-person',
  basis: '《信访工作条例》第36条第3款',
  text: { zh: '由提出者以外的人审核', en: 'confirmed by a person other than the proposer' },
  payload: false,
  check: (context, { command }) =>
    context.memo.proposal?.kind === 'ending' && command.by.userId !== null && context.memo.proposal.by === command.by.userId
      ? forbidden(
          { zh: '不再受理须由另一人审核。', en: 'Another person confirms that a matter is no longer accepted.' },
          {
            basis: '《信访工作条例》第36条第3款',
            whoMay: { zh: '中心的其他登记员、督查员或领导', en: 'another clerk, supervisor or leader of the centre' },
          },
        )
      : null,
};
