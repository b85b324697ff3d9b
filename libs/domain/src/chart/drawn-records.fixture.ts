import fc from 'fast-check';
import type { CaseCommand } from '../case/command.ts';
import type { CaseMemo } from '../case/memo.ts';
import { RECTIFIED_BY } from '../case/rectification.ts';
import { SUPERVISION_MEASURES } from '../case/supervision-card.ts';
import { CENTRE, CLERK, HANDLER, HOUSING } from '../decide/case.fixture.ts';

const day = fc.constantFrom('2026-03-05', '2026-03-06');
const may = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(arbitrary, { nil: undefined });

/** Without what wasn't drawn: a memo holds no `undefined`. */
function drawn<T extends object>(value: T): T {
  return Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined)) as T;
}

const item = fc
  .record({ evidenceId: may(fc.constant('document-0')), signedOff: may(fc.constant(true as const)), sentBack: fc.nat(2) })
  .map(drawn);
const measures = fc.subarray([...SUPERVISION_MEASURES]);

const card = fc
  .record({
    ground: fc.constantFrom('delay' as const, 'overdue' as const),
    by: fc.constantFrom(CENTRE, HOUSING),
    overdue: may(fc.constant({ deadlineId: 'clock-0', rule: 'PET-FWD' })),
    items: fc.array(item, { minLength: 1, maxLength: 2 }).map((items) => items.map((one, i) => ({ no: i + 1, ...one }))),
    answeredOn: may(day),
    proposed: measures,
    measures: fc.constant([]),
    warnedOn: may(day),
    listed: may(fc.constant({ on: '2026-03-05', leaderId: 'leader' })),
    changed: may(fc.boolean()),
  })
  .map(drawn);

const letter = fc
  .record({
    kind: fc.constantFrom('improve-work' as const, 'change-policy' as const),
    by: fc.constantFrom(CENTRE, HOUSING),
    reportedTo: may(fc.constant(CENTRE)),
    adopted: may(fc.constantFrom('full' as const, 'no' as const)),
    reports: fc.nat(2),
    done: may(fc.constant(true as const)),
  })
  .map(drawn);

const rectification = fc
  .record({ by: fc.constantFrom(CENTRE, HOUSING), reports: fc.nat(2), sentBack: fc.nat(2), checkedOn: may(day) })
  .map(drawn);

type Drawn = Pick<CaseMemo, 'card' | 'suggestionLetter' | 'rectification'>;
/** What records remember, each part on its own. */
export const drawnRecords: fc.Arbitrary<Drawn> = fc.record(
  { card, suggestionLetter: letter, rectification },
  { requiredKeys: [] },
) as fc.Arbitrary<Drawn>;

/** Rules whose clocks only records look at. */
export const RECORD_RULES = [
  'SUP-ANSWER',
  'SUP-RECTIFY',
  'SUP-WARN',
  'SUP-ORDER',
  'PET-SUGG-FEEDBACK',
  'SUGG-FOLLOW',
  'RECT-REPLY',
  'RECT-CHECK',
  'RECT-PUBLISH',
] as const;

export const recordPayloads = fc.record(
  {
    item: fc.constantFrom(1, 2, 3),
    measure: fc.constantFrom(...SUPERVISION_MEASURES),
    resolutionNo: fc.constant('1'),
    resolutionCaseId: fc.constantFrom('measure', 'other'),
    leaderId: fc.constantFrom(CLERK.userId, HANDLER.userId),
    dueDate: day,
    changed: fc.boolean(),
    caseId: fc.constant('other'),
    adopted: fc.constantFrom('full', 'partly', 'no'),
    done: fc.boolean(),
    passed: fc.boolean(),
    how: fc.constantFrom(...RECTIFIED_BY),
  },
  { requiredKeys: [] },
);

/** Papers that come with a command: none, or one that some rule asks for. */
export const DRAWN_DOCUMENTS: readonly CaseCommand['documents'][] = [
  [],
  ...['proof', 'evidence', 'reply'].map((field) => [{ id: 'document-1', field, digest: 'x' }]),
];
