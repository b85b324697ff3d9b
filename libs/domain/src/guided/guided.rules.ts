import { refused } from '../case/refusal.ts';
import type { Rule } from '../chart/rule.ts';

export const resultRecorded: Rule = {
  name: 'result-recorded',
  basis: '《信访工作条例》第31条第1项至第5项',
  text: { zh: '已记录法定途径的结果', en: 'the result of the legal route is recorded' },
  payload: false,
  check: (context) =>
    context.memo.recorded === true
      ? null
      : refused(
          { zh: '尚未记录法定途径的处理结果。', en: 'The result of the legal route is not recorded yet.' },
          { basis: '《信访工作条例》第31条' },
        ),
};
