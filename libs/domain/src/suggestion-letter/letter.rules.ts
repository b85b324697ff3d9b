import { flagOf, hasDocument, oneOf } from '../case/payload.ts';
import { invalid } from '../case/refusal.ts';
import { ADOPTIONS } from '../case/suggestion-letter.ts';
import type { Branch } from '../chart/chart.ts';
import type { Rule } from '../chart/rule.ts';

export const declines: Branch = {
  name: 'declines',
  text: { zh: '不采纳', en: 'not adopted' },
  holds: (_context, { command }) => oneOf(command, 'adopted', ADOPTIONS) === 'no',
};

/** 未采纳应说明理由 (2005 Art 36; Shanghai 2018 Art 41), and what is adopted in part says which. */
export const answeredInWriting: Rule = {
  name: 'answered-in-writing',
  basis: '《信访工作条例》第40条第4款；《信访条例》（2005年）第36条',
  text: { zh: '书面反馈，不采纳的说明理由', en: 'in writing, with the reasons where it is not adopted' },
  payload: true,
  check: (_context, { command }) =>
    hasDocument(command, 'reply')
      ? null
      : invalid('reply', 'case.reasons_missing', {
          zh: '须书面反馈；不采纳的应说明理由。',
          en: 'Answer in writing, with the reasons where it is not adopted.',
        }),
};

/** What was adopted is followed until its unit says that it is done. */
export const saysDone: Branch = {
  name: 'says-done',
  text: { zh: '已落实完毕', en: 'it is done' },
  holds: (_context, { command }) => flagOf(command, 'done'),
};
