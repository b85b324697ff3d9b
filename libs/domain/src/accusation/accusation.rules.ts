import { textOf } from '../case/payload.ts';
import { refused } from '../case/refusal.ts';
import type { Rule } from '../chart/rule.ts';

/** Art 22, 30: only whoever may judge an accusation ever gets it. */
export const competentForAccusation: Rule = {
  name: 'competent-for-accusation',
  basis: '《信访工作条例》第22条、第30条',
  text: { zh: '接收单位为纪检监察机关，或路由所定机关的同类机关', en: 'a discipline organ, or one of the function that routing found' },
  payload: true,
  check: (context, { command }) => {
    const target = command.units[textOf(command, 'unitId') ?? ''];
    const lead = command.units[context.leadUnitId];
    if (target === undefined || target.function === 'discipline' || target.id === context.leadUnitId || target.function === lead?.function)
      return null;
    return refused(
      { zh: '检举控告只能转送有权处理的机关。', en: 'An accusation is passed only to the organ competent for it.' },
      { basis: '《信访工作条例》第30条', whoMay: { zh: '纪检监察机关或有权处理的机关', en: 'the discipline organ, or the one competent' } },
    );
  },
};
