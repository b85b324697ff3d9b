import type { BilingualText } from '../case/decision.ts';

const ADDED_DAYS: BilingualText = {
  zh: '延长的日数加在原期限上，不单独起算',
  en: 'the days an extension adds to another clock; never started by itself',
};
const NO_PROCEDURE: BilingualText = { zh: '相应程序尚未提供，只作计算说明', en: 'its procedure is not offered yet: explained only' };
const NO_COMMAND: BilingualText = {
  zh: '尚无对应的操作可终止此期限，只作计算说明',
  en: 'no command ends it yet, so that it isn’t armed: explained only',
};

const AGE: BilingualText = { zh: '是统计或认定期间，不是期限', en: 'a span that is asked about, no limit that runs' };

/** Rules that no step of a procedure starts, each with the reason: they can be explained, and the analysis expects no reference to them. */
export const EXPLAINED_ONLY: Readonly<Record<string, BilingualText>> = {
  'PET-EXT': ADDED_DAYS,
  'HOT-EXT': ADDED_DAYS,
  'CTR-SIMPLE': NO_PROCEDURE,
  'CTR-ORD': NO_PROCEDURE,
  'CTR-COMPLEX': NO_PROCEDURE,
  'LEAD-BACKLOG': AGE,
  'REFILED-WITHIN': AGE,
  'PET-REVIEW-ACCEPT': NO_COMMAND,
  'PET-RECHECK-ACCEPT': NO_COMMAND,
};
