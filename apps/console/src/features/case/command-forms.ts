import type { CommandType } from '../../server-state/api-types.ts';
import type { FieldSpec } from './field-spec.ts';
import { URGENT_FORMS } from './urgent-forms.ts';
import { JURISDICTION_FORMS } from './jurisdiction-forms.ts';
import { MEETING_FORMS } from './meeting-forms.ts';
import { LEADER_FORMS } from './leader-forms.ts';
import { MEDIATION_FORMS } from './mediation-forms.ts';
import { RECEPTION_FORMS } from './reception-forms.ts';
import { RECORD_FORMS } from './record-forms.ts';

const reason: FieldSpec = { name: 'reason', kind: 'prose' };
const receivedOn: FieldSpec = { name: 'receivedOn', kind: 'date', prefill: 'today' };
const request: readonly FieldSpec[] = [
  receivedOn,
  { name: 'postedOn', kind: 'date', optional: true },
  reason,
  { name: 'toUnitId', kind: 'unit', optional: true },
];
const decision: readonly FieldSpec[] = [
  { name: 'decision', kind: 'word', vocabulary: 'decision' },
  { name: 'opinion', kind: 'prose' },
];

/** What each command asks for; one that isn't listed asks for nothing. */
const COMMAND_FORMS: Readonly<Partial<Record<CommandType, readonly FieldSpec[]>>> = {
  FORWARD: [
    { name: 'unitId', kind: 'unit' },
    { name: 'note', kind: 'prose', optional: true },
  ],
  ASSIGN: [
    { name: 'unitId', kind: 'unit' },
    { name: 'dueDate', kind: 'date' },
    { name: 'note', kind: 'prose', optional: true },
  ],
  REFUSE: [
    { name: 'reason', kind: 'word', vocabulary: 'refusal' },
    { name: 'caseId', kind: 'case', onlyIf: { field: 'reason', is: 'pending-elsewhere' } },
  ],
  NO_LONGER_ACCEPT: [
    { name: 'priorCaseId', kind: 'case' },
    { name: 'comparison', kind: 'prose' },
  ],
  REJECT: [reason],
  GUIDE: [{ name: 'route', kind: 'word', vocabulary: 'route', without: ['PETITION'] }, { name: 'organ', kind: 'line' }, reason],
  OBJECT: [reason],
  AGREE_RETURN: [reason],
  REJECT_RETURN: [reason],
  CONVERT: [reason],
  EXTEND: [{ name: 'days', kind: 'number', min: 1, max: 30, extends: 'PET-HANDLE' }, reason],
  HOLD_HEARING: [
    { name: 'date', kind: 'date' },
    { name: 'place', kind: 'line' },
  ],
  START_MEDIATION: [{ name: 'consents', kind: 'parties' }],
  MEDIATION_ENDED: [{ name: 'result', kind: 'word', vocabulary: 'mediationResult' }],
  ISSUE_OPINION: [
    { name: 'outcome', kind: 'word', vocabulary: 'outcome' },
    { name: 'request', kind: 'prose' },
    { name: 'facts', kind: 'prose' },
    { name: 'opinion', kind: 'prose' },
    { name: 'basis', kind: 'prose' },
    { name: 'remedy', kind: 'prose', optional: true },
  ],
  RECORD_SERVICE: [
    { name: 'partyId', kind: 'party', optional: true, petitionersOnly: true },
    { name: 'method', kind: 'word', vocabulary: 'method' },
    receivedOn,
    { name: 'proof', kind: 'prose', optional: true },
    { name: 'refused', kind: 'flag', optional: true },
  ],
  REQUEST_REVIEW: request,
  DECIDE_REVIEW: decision,
  REQUEST_RECHECK: request,
  SUSPEND: [
    { name: 'reason', kind: 'word', vocabulary: 'suspension' },
    { name: 'from', kind: 'instant', prefill: 'now' },
  ],
  RESUME: [{ name: 'at', kind: 'instant', prefill: 'now' }],
  DECIDE_RECHECK: decision,
  SET_EXECUTION: [{ name: 'dueDate', kind: 'date' }],
  REPORT_EXECUTION: [{ name: 'report', kind: 'prose' }],
  REPORT_BACK: [{ name: 'report', kind: 'prose' }],
  RECLASSIFY: [
    { name: 'class', kind: 'word', vocabulary: 'class', optional: true },
    { name: 'route', kind: 'word', vocabulary: 'route', optional: true },
    { name: 'procedure', kind: 'word', vocabulary: 'procedure', optional: true },
    {
      name: 'simplifiedGround',
      kind: 'word',
      vocabulary: 'simplifiedGround',
      optional: true,
      onlyIf: { field: 'procedure', is: 'simplified' },
    },
    { name: 'repeated', kind: 'flag', optional: true, onlyIf: { field: 'procedure', is: 'simplified' } },
    { name: 'categoryCode', kind: 'category', optional: true },
    reason,
  ],
  WITHDRAW: [
    { name: 'requestedBy', kind: 'party', petitionersOnly: true },
    { name: 'requestedOn', kind: 'date', prefill: 'today' },
    { name: 'evidence', kind: 'prose' },
  ],
  MERGE: [{ name: 'intoCaseId', kind: 'case' }],
  SETTLE: [
    { name: 'consents', kind: 'parties' },
    { name: 'agreement', kind: 'prose' },
  ],
  RETURN_VISIT: [
    { name: 'outcome', kind: 'word', vocabulary: 'visit' },
    { name: 'note', kind: 'prose' },
  ],
  RATE: [
    { name: 'target', kind: 'word', vocabulary: 'target' },
    { name: 'value', kind: 'word', vocabulary: 'rating' },
    { name: 'source', kind: 'word', vocabulary: 'source' },
  ],
  REDO: [reason],
  RECUSE: [{ name: 'userId', kind: 'person', optional: true }, reason],
  ADD_MATERIAL: [{ name: 'text', kind: 'prose' }],
  REPLY: [
    { name: 'adopted', kind: 'word', vocabulary: 'adopted' },
    { name: 'reply', kind: 'prose' },
  ],
  REPLY_SUPERVISION: [
    { name: 'reply', kind: 'prose' },
    { name: 'measures', kind: 'prose', optional: true },
  ],
  DISPATCH: [
    { name: 'unitId', kind: 'unit' },
    { name: 'designated', kind: 'flag', optional: true },
    { name: 'note', kind: 'prose', optional: true },
  ],
  RETURN_ORDER: [reason],
  REPLY_ORDER: [
    { name: 'result', kind: 'word', vocabulary: 'orderResult' },
    { name: 'reply', kind: 'prose' },
    { name: 'plan', kind: 'prose', onlyIf: { field: 'result', is: 'planned' } },
  ],
  CALL_BACK: [
    { name: 'outcome', kind: 'word', vocabulary: 'callOutcome' },
    { name: 'value', kind: 'word', vocabulary: 'rating', optional: true },
    { name: 'note', kind: 'prose', optional: true },
  ],
  HAND_OVER: [{ name: 'platform', kind: 'word', vocabulary: 'platform' }, reason],
  GIVE_RECEIPT: [{ name: 'receiptNo', kind: 'line' }],
  RECORD_RECEIPT: [
    { name: 'receiptNo', kind: 'line' },
    { name: 'note', kind: 'prose', optional: true },
  ],
  HANDOVER_DECLINED: [reason],
  RECORD_RANK: [{ name: 'accusedRank', kind: 'word', vocabulary: 'accusedRank' }],
  TELL_ORGANISATION: [
    { name: 'unitId', kind: 'unit' },
    { name: 'serious', kind: 'flag' },
  ],
  KEEP_TOLD_RECEIPT: [
    { name: 'receiptNo', kind: 'line' },
    { name: 'receivedOn', kind: 'date', prefill: 'today' },
  ],
  HAND_ON: [{ name: 'unitId', kind: 'unit' }, reason],
  RECORD_ACCOUNTABILITY: [{ name: 'accountability', kind: 'word', vocabulary: 'accountability' }],
  FEEDBACK: [{ name: 'result', kind: 'prose' }],
  RECORD_FILING: [
    { name: 'legalProcedure', kind: 'word', vocabulary: 'legalProcedure' },
    { name: 'acceptedOn', kind: 'date', prefill: 'today' },
    { name: 'receiptNo', kind: 'line', optional: true },
  ],
  RECORD_EXTENSION: [{ name: 'days', kind: 'number', min: 1, max: 30 }, reason],
  OPEN_WINDOW: [
    { name: 'legalProcedure', kind: 'word', vocabulary: 'legalProcedure' },
    { name: 'knewOn', kind: 'date' },
  ],
  RECORD_LODGING: [
    { name: 'legalProcedure', kind: 'word', vocabulary: 'legalProcedure' },
    { name: 'lodgedOn', kind: 'date', prefill: 'today' },
  ],
  RECORD_RESULT: [
    { name: 'result', kind: 'prose' },
    { name: 'servedOn', kind: 'date', optional: true },
  ],
  ...MEDIATION_FORMS,
  ...MEETING_FORMS,
  ...URGENT_FORMS,
  ...LEADER_FORMS,
  ...JURISDICTION_FORMS,
  ...RECEPTION_FORMS,
  ...RECORD_FORMS,
};

/** The fields of a command's form, in order. */
export function fieldsOf(type: CommandType): readonly FieldSpec[] {
  return COMMAND_FORMS[type] ?? [];
}

/** Whether a word from a URL can be a command; the API knows which there are. */
export function isCommand(type: string | undefined): type is CommandType {
  return type !== undefined && /^[A-Z][A-Z_]*$/.test(type);
}
