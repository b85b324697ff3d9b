import { machineOf, to, toIf } from '../chart/chart.ts';
import { archive } from '../closing/closing.deeds.ts';
import * as deeds from './letter.deeds.ts';
import { answeredInWriting, declines, saysDone } from './letter.rules.ts';

const withdrawable = { WITHDRAW_LETTER: to('letter-withdrawn', deeds.withdrawLetter) };
const answerable = {
  ANSWER_LETTER: [toIf(declines, 'declined', deeds.answerLetter, answeredInWriting), to('adopted', deeds.answerLetter, answeredInWriting)],
};

const concludable = { CONCLUDE_LETTER: to('letter-concluded', deeds.concludeLetter) };

/** 三项建议 (三书一函), Art 40: issued, received, answered in writing, and what was adopted is followed until it is done. */
export const suggestionLetterMachine = machineOf({
  id: 'suggestion-letter@1',
  context: ({ input }) => input,
  initial: 'issued',
  states: {
    issued: { on: { ...withdrawable, ...answerable, CONFIRM_LETTER: to('letter-received', deeds.confirmLetter) } },
    'letter-received': { on: { ...withdrawable, ...answerable } },
    adopted: {
      on: {
        REPORT_ADOPTION: [toIf(saysDone, 'put-into-effect', deeds.reportProgress), to('adopted', deeds.reportProgress)],
      },
    },
    'put-into-effect': { on: concludable },
    declined: { on: concludable },
    'letter-concluded': { on: { ARCHIVE: to('archived', archive) } },
    'letter-withdrawn': { on: { ARCHIVE: to('archived', archive) } },
    archived: {},
  },
});
