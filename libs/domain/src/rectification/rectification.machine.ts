import { machineOf, to, toIf } from '../chart/chart.ts';
import { archive } from '../closing/closing.deeds.ts';
import { supervisable } from '../supervision/reply.ts';
import * as deeds from './rectification.deeds.ts';
import { isPutRight, notConfidential } from './rectification.rules.ts';

const withdrawable = { WITHDRAW_RECTIFICATION: to('rectification-withdrawn', deeds.withdrawRectification) };
const archivable = { on: { ARCHIVE: to('archived', archive) } };

/** 访、改、宣: a visit’s finding is put right by its unit, checked on the spot by the centre, and the result published. */
export const rectificationMachine = machineOf({
  id: 'rectification@1',
  context: ({ input }) => input,
  initial: 'rectifying',
  states: {
    rectifying: {
      on: { ...supervisable, ...withdrawable, REPORT_RECTIFICATION: to('rectified', deeds.reportRectification) },
    },
    rectified: {
      on: {
        ...withdrawable,
        CHECK_RECTIFICATION: [toIf(isPutRight, 'rectification-checked', deeds.passCheck), to('rectifying', deeds.failCheck)],
      },
    },
    'rectification-checked': {
      on: {
        PUBLISH_RESULT: to('result-published', deeds.publishResult, notConfidential),
        KEEP_UNPUBLISHED: to('result-kept', deeds.keepUnpublished),
      },
    },
    'result-published': archivable,
    'result-kept': archivable,
    'rectification-withdrawn': archivable,
    archived: {},
  },
});
