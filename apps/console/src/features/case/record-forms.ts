import type { CommandType } from '../../server-state/api-types.ts';
import type { FieldSpec } from './field-spec.ts';

const reason: FieldSpec = { name: 'reason', kind: 'prose' };
const note: FieldSpec = { name: 'note', kind: 'prose', optional: true };
const item: FieldSpec = { name: 'item', kind: 'item' };
const measure: FieldSpec = { name: 'measure', kind: 'word', vocabulary: 'measure' };

/** What supervision cards, letters of suggestion and rectifications ask for; a leader is chosen from the register. */
export const RECORD_FORMS: Readonly<Partial<Record<CommandType, readonly FieldSpec[]>>> = {
  ANSWER_SUPERVISION: [
    { name: 'reply', kind: 'prose' },
    { name: 'measures', kind: 'prose', optional: true },
  ],
  ADD_ITEM: [{ name: 'demand', kind: 'prose' }],
  GIVE_EVIDENCE: [item, { name: 'evidence', kind: 'prose' }],
  SEND_BACK_EVIDENCE: [item, reason],
  SIGN_OFF_ITEM: [item, note],
  PROPOSE_MEASURE: [measure, reason],
  APPLY_MEASURE: [
    measure,
    { name: 'resolutionCaseId', kind: 'resolution' },
    { name: 'dueDate', kind: 'date', onlyIf: { field: 'measure', is: 'rectification' } },
    { name: 'leaderId', kind: 'leader-account', onlyIf: { field: 'measure', is: 'listed' } },
    { name: 'terms', kind: 'prose', optional: true },
  ],
  WARN_OF_LISTING: [reason],
  INSPECT: [
    { name: 'changed', kind: 'flag' },
    { name: 'finding', kind: 'prose' },
  ],
  DELIST: [note],
  SIGN_OFF: [note],
  WITHDRAW_SUPERVISION: [reason],
  ANSWER_LETTER: [
    { name: 'adopted', kind: 'word', vocabulary: 'adopted' },
    { name: 'reply', kind: 'prose' },
  ],
  REPORT_ADOPTION: [
    { name: 'report', kind: 'prose' },
    { name: 'done', kind: 'flag', optional: true },
  ],
  CONCLUDE_LETTER: [note],
  WITHDRAW_LETTER: [reason],
  REPORT_RECTIFICATION: [{ name: 'report', kind: 'prose' }],
  CHECK_RECTIFICATION: [
    { name: 'passed', kind: 'flag', optional: true },
    { name: 'finding', kind: 'prose' },
  ],
  PUBLISH_RESULT: [{ name: 'how', kind: 'word', vocabulary: 'rectifiedBy' }],
  KEEP_UNPUBLISHED: [reason],
  WITHDRAW_RECTIFICATION: [reason],
};
