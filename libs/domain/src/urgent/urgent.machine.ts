import { machineOf, stay, to } from '../chart/chart.ts';
import { archive } from '../closing/closing.deeds.ts';
import { supervisable } from '../supervision/reply.ts';
import * as deeds from './urgent.deeds.ts';
import * as rules from './urgent.rules.ts';

const receiving = {
  CONFIRM_REPORT: stay(deeds.keepReportReceipt, rules.receiptByReceiver),
};

/** What may be needed at any moment, in any order. */
const open = {
  ...supervisable,
  ...receiving,
  CALL_IN_UNIT: stay(deeds.callIn, rules.coHandlerIsNew),
  REPORT_UP: stay(deeds.reportUp, rules.reportedOnce),
  LINK_PLAN: stay(deeds.linkPlan),
  CALL_SERVICE: stay(deeds.callService),
  KEEP_SERVICE_RECEIPT: stay(deeds.keepServiceReceipt, rules.callAwaited),
  REFER_PROTECTION: stay(deeds.referProtection, rules.protectionFits),
};

/** 重大、紧急事项 (Art 25): responded to, units called together, handled on the spot, each in minutes, and reported upward meanwhile. */
export const urgentMachine = machineOf({
  id: 'urgent-matter@1',
  context: ({ input }) => input,
  initial: 'registered',
  states: {
    registered: { on: { ...open, RESPOND: to('responded', deeds.respond) } },
    responded: { on: { ...open, ASSEMBLE: to('assembled', deeds.assemble) } },
    assembled: { on: { ...open, BEGIN_HANDLING: to('acting', deeds.beginHandling) } },
    acting: { on: { ...open, CONCLUDE_URGENT: to('concluded', deeds.concludeUrgent, rules.everythingReported) } },
    concluded: { on: { ...receiving, ARCHIVE: to('archived', archive) } },
    archived: {},
  },
});
