import type { CaseSnapshot } from '../case/snapshot.ts';
import type { RecordProcedureId } from '../case/vocabulary.ts';
import type { Instant } from '../case/deadline.ts';

/** A record to be opened beside a case: of which procedure, with which unit, and what it says in codes. */
export interface RecordOpening {
  readonly procedure: RecordProcedureId;
  /** Who owes the first step. */
  readonly unitId: string;
  /** Units that are to see it besides. */
  readonly assisting?: readonly string[];
  readonly record: Readonly<Record<string, unknown>>;
}

/**
 * The REGISTER payload of a record: places, class and centre are its case's. It names no party: whoever petitions is never in it.
 *
 * @param receivedAt from when its clocks count
 */
export function recordPayload(
  { context }: Pick<CaseSnapshot, 'context'>,
  { procedure, unitId, assisting = [], record }: RecordOpening,
  receivedAt: Instant,
): Readonly<Record<string, unknown>> {
  return {
    anonymous: true,
    categoryCode: context.categoryCode,
    centreUnitId: context.centreUnitId,
    channel: 'department',
    class: context.class,
    confidential: context.confidential,
    direct: false,
    divisionCode: context.divisionCode,
    divisionCodes: context.divisionCodes,
    divisionPath: context.divisionPath,
    headcount: 1,
    parties: [],
    receivedAt,
    record: { ...record, mainCaseId: context.caseId, procedure },
    route: context.route,
    routing: { leadUnitId: unitId, assistUnitIds: assisting, excluded: context.excluded },
    urgent: false,
  };
}
