import { textOf } from '../case/payload.ts';
import { invalid } from '../case/refusal.ts';
import type { Rule } from '../chart/rule.ts';

/** A new date for what was not carried out yet. */
export const resolutionDateAhead: Rule = {
  name: 'resolution-date-ahead',
  basis: '《信访工作条例》第13条',
  text: { zh: '新的期限不早于今天', en: 'the new date is not past' },
  payload: true,
  check: (_context, { command, today }) => {
    const dueDate = textOf(command, 'dueDate');
    return dueDate === null || dueDate >= today
      ? null
      : invalid('dueDate', 'date.past', { zh: '期限不能早于今天。', en: 'The date can’t be past.' });
  },
};
