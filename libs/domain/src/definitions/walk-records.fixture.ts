import type { Instant } from '../case/deadline.ts';
import type { CaseSnapshot } from '../case/snapshot.ts';
import type { SuggestionKind } from '../case/suggestion-letter.ts';
import type { Desk } from '../decide/case.fixture.ts';
import { CENTRE, HANDLER, HOUSING, LEADER, SUPERVISOR } from '../decide/case.fixture.ts';
import { rectificationOpening } from '../rectification/opening.ts';
import { suggestionOpening } from '../suggestion-letter/opening.ts';
import { cardOpening } from '../supervision-card/opening.ts';

const SUPERVISING = { unitId: HOUSING, by: CENTRE };
const GOVERNMENT = 'petition-office.430407';

/** The case as it is when its petitioner has said that he is satisfied. */
export function satisfied(snapshot: CaseSnapshot): CaseSnapshot {
  const ratings = [{ round: 0, target: 'unit', side: 'public', value: 'satisfied' }];
  return { ...snapshot, context: { ...snapshot.context, holderUnitId: HOUSING, memo: { ratings } } };
}

/** The payloads of records, about the case of this id, with what was resolved on it: a listing, a rectification. */
export function recordPayloads(
  mainCaseId: string,
  [listing, rectification]: readonly Desk[],
): Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>> {
  return {
    GIVE_EVIDENCE: [{ item: 1 }],
    SEND_BACK_EVIDENCE: [{ item: 1 }],
    SIGN_OFF_ITEM: [{ item: 1 }],
    PROPOSE_MEASURE: [{ measure: 'talk' }],
    APPLY_MEASURE: [
      { measure: 'listed', leaderId: LEADER.userId, resolutionCaseId: listing?.context.caseId },
      { measure: 'rectification', dueDate: '2026-12-01', resolutionCaseId: rectification?.context.caseId },
    ],
    INSPECT: [{ changed: true }],
    DELIST: [{ caseId: mainCaseId }],
    CHECK_RECTIFICATION: [{ passed: true }, { passed: false }],
    PUBLISH_RESULT: [{ how: 'repaired' }],
    ANSWER_LETTER: [{ adopted: 'full' }, { adopted: 'no' }],
    REPORT_ADOPTION: [{ done: true }, {}],
  };
}

/** Records as they begin beside a case: opened by a supervisor, and by the engine; `resolutions` as in `recordPayloads`. */
export function recordsBeside(main: Desk, start: Instant, resolutions: readonly Desk[]) {
  const [listing, rectification] = resolutions.map((one) => ({ resolutionCaseId: one.context.caseId }));
  const letter = (kind: SuggestionKind): Desk =>
    main.beside(suggestionOpening({ kind, ...SUPERVISING, reportedTo: GOVERNMENT }), SUPERVISOR, start);
  return {
    supervision: [
      main.beside(cardOpening({ ground: 'delay', ...SUPERVISING }), SUPERVISOR, start),
      main
        .beside(cardOpening({ ground: 'overdue', ...SUPERVISING, overdue: { deadlineId: 'clock', rule: 'PET-FWD' } }), SUPERVISOR, start)
        .send('APPLY_MEASURE', SUPERVISOR, start, { measure: 'rectification', dueDate: '2026-03-20', ...rectification }, resolutions),
      // Listed, and mended since: all that a delisting asks for.
      main
        .beside(cardOpening({ ground: 'delay', ...SUPERVISING }), SUPERVISOR, start)
        .send('WARN_OF_LISTING', SUPERVISOR, start, { reason: 'x' })
        .send('INSPECT', SUPERVISOR, start, { changed: true, finding: 'x' })
        .send('APPLY_MEASURE', SUPERVISOR, start, { measure: 'listed', leaderId: LEADER.userId, ...listing }, resolutions)
        .send('GIVE_EVIDENCE', HANDLER, start, { item: 1, evidence: 'x' })
        .send('SIGN_OFF_ITEM', SUPERVISOR, start, { item: 1 })
        .send('INSPECT', SUPERVISOR, start, { changed: true, finding: 'x' }),
    ],
    rectification: [main.beside(rectificationOpening(SUPERVISING), SUPERVISOR, start)],
    'suggestion-letter': [letter('improve-work'), letter('change-policy')],
  } as const;
}
