import type { CommandType } from '../../server-state/api-types.ts';
import type { FieldSpec } from './field-spec.ts';

const note: FieldSpec = { name: 'note', kind: 'prose', optional: true };
const platform: FieldSpec = { name: 'platform', kind: 'word', vocabulary: 'emergency' };
const reportTo: FieldSpec = { name: 'reportTo', kind: 'word', vocabulary: 'reportTo' };

/** What the commands of urgent and major matters ask for. */
export const URGENT_FORMS: Readonly<Partial<Record<CommandType, readonly FieldSpec[]>>> = {
  RESPOND: [note],
  ASSEMBLE: [note],
  BEGIN_HANDLING: [{ name: 'measures', kind: 'prose' }],
  CALL_IN_UNIT: [
    { name: 'unitId', kind: 'unit' },
    { name: 'lawBasis', kind: 'line', optional: true },
  ],
  REPORT_UP: [reportTo, { name: 'unitId', kind: 'unit', optional: true }, { name: 'report', kind: 'prose' }],
  CONFIRM_REPORT: [reportTo, { name: 'receiptNo', kind: 'line', optional: true }, note],
  LINK_PLAN: [{ name: 'plan', kind: 'line' }, note],
  CALL_SERVICE: [platform, { name: 'reason', kind: 'prose' }],
  KEEP_SERVICE_RECEIPT: [platform, { name: 'receiptNo', kind: 'line' }, note],
  REFER_PROTECTION: [
    { name: 'organ', kind: 'line' },
    { name: 'reason', kind: 'prose' },
  ],
  CONCLUDE_URGENT: [{ name: 'summary', kind: 'prose' }],
};
