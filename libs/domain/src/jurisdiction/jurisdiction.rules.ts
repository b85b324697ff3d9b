import { isExcluded } from '../access/people.ts';
import { chartContext } from '../case/memo.ts';
import { textOf } from '../case/payload.ts';
import { invalid, refused } from '../case/refusal.ts';
import type { Rule } from '../chart/rule.ts';
import { disputeOf } from './jurisdiction.deeds.ts';

const BASIS = '《信访工作条例》第24条第1款';

export const competentNotExcluded: Rule = {
  name: 'competent-not-excluded',
  basis: '《信访工作条例》第28条第3款',
  text: { zh: '所定单位与案件没有利害关系', en: 'the unit is not excluded from the case' },
  payload: true,
  check: (context, { command }) =>
    isExcluded(context, textOf(command, 'unitId'))
      ? refused(
          { zh: '该单位与案件有利害关系，不能承办。', en: 'The unit is excluded from the case.' },
          { code: 'case.unit_excluded', basis: '《信访工作条例》第28条第3款' },
        )
      : null,
};

/** A ruling of the joint meeting is a resolution of that kind, on this very case. */
export const resolutionRules: Rule = {
  name: 'resolution-rules',
  basis: BASIS,
  text: { zh: '是联席会议就本案作出的管辖裁定', en: 'it is a ruling on jurisdiction that a joint meeting made on this case' },
  payload: true,
  check: (context, { command }) => {
    const named = command.cases[textOf(command, 'resolutionId') ?? '']?.snapshot;
    if (named === undefined)
      return invalid('resolutionId', 'unknown_reference', { zh: '没有这个决议。', en: 'There is no such resolution.' });
    const resolution = named.procedure === 'resolution' ? chartContext(named.context).memo.resolution : undefined;
    return resolution?.kind === 'jurisdiction' && resolution.caseId === disputeOf(context).caseId
      ? null
      : refused({ zh: '该决议不是就本案作出的管辖裁定。', en: 'It is no ruling on the jurisdiction of this case.' }, { basis: BASIS });
  },
};
