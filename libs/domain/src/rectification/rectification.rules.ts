import { flagOf } from '../case/payload.ts';
import { refused } from '../case/refusal.ts';
import type { Branch } from '../chart/chart.ts';
import type { Rule } from '../chart/rule.ts';

export const isPutRight: Branch = {
  name: 'is-put-right',
  text: { zh: '核查通过', en: 'it was put right' },
  holds: (_context, { command }) => flagOf(command, 'passed'),
};

/** 宣: what comes of a confidential matter is published in no form. */
export const notConfidential: Rule = {
  name: 'not-confidential',
  basis: '《信访工作条例》第43条',
  text: { zh: '要求保密的事项不公布', en: 'nothing of a confidential matter is published' },
  payload: false,
  check: ({ confidential }) =>
    confidential
      ? refused({ zh: '信访人要求保密，整改结果不公布。', en: 'The matter is confidential: its result is not published.' })
      : null,
};
