import type { CommandType } from '../../server-state/api-types.ts';
import type { FieldSpec } from './field-spec.ts';

const reason: FieldSpec = { name: 'reason', kind: 'prose' };

/** What the commands of joint meetings and of their resolutions ask for. */
export const MEETING_FORMS: Readonly<Partial<Record<CommandType, readonly FieldSpec[]>>> = {
  ADD_MEMBER: [{ name: 'unitId', kind: 'unit' }],
  PUT_ON_AGENDA: [
    { name: 'caseId', kind: 'case' },
    { name: 'agendaReason', kind: 'word', vocabulary: 'agendaReason' },
    { name: 'matter', kind: 'prose' },
  ],
  CONVENE: [
    { name: 'date', kind: 'date' },
    { name: 'convenor', kind: 'line' },
    { name: 'place', kind: 'line' },
  ],
  RECORD_MEETING: [
    { name: 'date', kind: 'date', prefill: 'today' },
    { name: 'present', kind: 'members' },
    { name: 'minutes', kind: 'prose' },
  ],
  CANCEL_MEETING: [reason],
  REPORT_RESOLUTION: [
    { name: 'progress', kind: 'word', vocabulary: 'progress' },
    { name: 'report', kind: 'prose' },
  ],
  ACCEPT_REPORT: [{ name: 'evidence', kind: 'prose' }],
  RETURN_REPORT: [{ name: 'dueDate', kind: 'date' }, reason],
};
