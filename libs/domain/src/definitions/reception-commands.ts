import { reservedCaseKnown } from '../reception/reception.rules.ts';
import { command } from './command-of.ts';
import type { CommandSpec } from './command-spec.ts';

/** Of days on which leaders receive people (Art 18(2)). */
export const RECEPTION_COMMANDS: readonly CommandSpec[] = [
  command('SCHEDULE_RECEPTION', '排定接访日', 'Fix the day of reception', ['holder'], { unitFields: ['unitId'] }),
  command('PUBLISH_RECEPTION', '公布接访安排', 'Publish the day of reception', ['holder']),
  command('MOVE_RECEPTION', '接访改期', 'Move the day of reception', ['holder'], { texts: ['reason'] }),
  command('BOOK_RECEPTION', '预约接访', 'Book', ['holder', 'centre', 'petitioner'], {
    caseFields: ['caseId'],
    checks: [reservedCaseKnown],
  }),
  command('CANCEL_BOOKING', '取消预约', 'Cancel a booking', ['holder', 'centre', 'petitioner'], {
    caseFields: ['caseId'],
    checks: [reservedCaseKnown],
  }),
  command('RECORD_RECEPTION', '登记接访情况', 'Record the reception', ['holder'], { texts: ['note'] }),
  command('ENTER_RECEPTION_CASE', '列入接访件', 'List a case opened at the table', ['holder', 'centre'], {
    caseFields: ['caseId'],
    checks: [reservedCaseKnown],
  }),
  command('END_RECEPTION', '解除接访任务', 'End the duty of reception', ['office'], { texts: ['reason'] }),
];
