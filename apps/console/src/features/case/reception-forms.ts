import type { CommandType } from '../../server-state/api-types.ts';
import type { FieldSpec } from './field-spec.ts';

const reason: FieldSpec = { name: 'reason', kind: 'prose' };
const ofCase: readonly FieldSpec[] = [{ name: 'caseId', kind: 'case' }];
const date: FieldSpec = { name: 'date', kind: 'date' };
const seats = { name: 'seats', kind: 'number', min: 1, max: 100 } as const;

/** What the commands of days of reception ask for. */
export const RECEPTION_FORMS: Readonly<Partial<Record<CommandType, readonly FieldSpec[]>>> = {
  SCHEDULE_RECEPTION: [date, seats, { name: 'unitId', kind: 'unit', optional: true }],
  MOVE_RECEPTION: [date, { ...seats, optional: true }, reason],
  BOOK_RECEPTION: ofCase,
  CANCEL_BOOKING: ofCase,
  ENTER_RECEPTION_CASE: ofCase,
  RECORD_RECEPTION: [
    { name: 'received', kind: 'number', min: 0, max: 1000 },
    { name: 'note', kind: 'prose', optional: true },
  ],
  END_RECEPTION: [reason],
};
