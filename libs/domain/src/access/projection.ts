import type { CaseSnapshot } from '../case/snapshot.ts';
import type { Instant, OpenDeadline } from '../case/deadline.ts';
import type { ContextClass, Route } from '../case/vocabulary.ts';
import { isClosed } from '../closing/closed-states.ts';
import { EXTERNAL_CLOCKS } from '../guided/external-procedures.ts';
import { DRAWN_VISIT } from '../rule-packs/visit-rules.ts';
import { viewerUnits } from './knowledge.ts';
import { isUnforwarded, keeperOf } from './people.ts';

/** Columns of the case row that are computed from the snapshot, for lists and their one visibility predicate. */
export interface ProjectedCase {
  readonly class: ContextClass;
  readonly route: Route | null;
  readonly sealed: boolean;
  readonly categoryCode: string;
  readonly divisionCode: string;
  readonly countyCode: string | null;
  readonly cityCode: string | null;
  readonly provinceCode: string | null;
  readonly holderUnitId: string;
  readonly leadUnitId: string;
  readonly viewerUnitIds: readonly string[];
  /** Sealed and not passed on yet: this user of `viewerUnitIds` alone (null: that unit's clerks). Null otherwise. */
  readonly keeperUserId: string | null;
  readonly nextDueAt: Instant | null;
  readonly overdue: boolean;
  readonly closed: boolean;
}

/**
 * A right of the petitioner's, or the receiver's right to object or to return, lapses: nobody is late for not having used a right, the
 * parties' window to ask a court to confirm their agreement included.
 */
const LAPSING_RIGHTS: readonly string[] = ['HOT-RETURN', 'JC-APPLY', 'PET-OBJECT', 'PET-RECHECK-REQ', 'PET-REVIEW-REQ'];

/**
 * What makes no case late: rights that lapse; clocks of organs outside, the confirming court among them, which are only followed; and the
 * visit of a closed case, which is the centre's and no lateness of the unit that handled it.
 */
export const NO_DUTIES: readonly string[] = [...LAPSING_RIGHTS, ...EXTERNAL_CLOCKS, 'JC-DECIDE', DRAWN_VISIT];

/** Fired, not done, and somebody's duty. */
export function isOverdueDuty(deadline: OpenDeadline): boolean {
  return deadline.state === 'fired' && deadline.doneAt === null && !NO_DUTIES.includes(deadline.rule);
}

const ZERO = 48;

/** The digits of a code that say something: trailing pairs of zeros mean "all of it". */
function significantDigits(code: string): number {
  let digits = code.length;
  while (digits >= 2 && code.charCodeAt(digits - 1) === ZERO && code.charCodeAt(digits - 2) === ZERO) digits -= 2;
  return digits;
}

function placeCode(path: readonly string[], digits: number): string | null {
  for (const code of path) if (code.length === 6 && significantDigits(code) === digits) return code;
  return null;
}

/** When the next of the armed ones falls due. */
function nextDueAt(open: readonly OpenDeadline[]): Instant | null {
  let next: Instant | null = null;
  for (const { state, dueAt } of open) if (state === 'armed' && (next === null || dueAt < next)) next = dueAt;
  return next;
}

/** Pure; when the case was closed is the caller's to note: the instant at which `closed` turned true. */
export function projectCase({ procedure, state, context, open }: CaseSnapshot): ProjectedCase {
  return {
    class: context.class,
    route: context.route,
    sealed: context.sealed,
    categoryCode: context.categoryCode,
    divisionCode: context.divisionCode,
    countyCode: placeCode(context.divisionPath, 6),
    cityCode: placeCode(context.divisionPath, 4),
    provinceCode: placeCode(context.divisionPath, 2),
    holderUnitId: context.holderUnitId,
    leadUnitId: context.leadUnitId,
    viewerUnitIds: viewerUnits(context),
    keeperUserId: context.sealed && isUnforwarded(context) ? keeperOf(context) : null,
    nextDueAt: nextDueAt(open),
    overdue: open.some(isOverdueDuty),
    closed: isClosed(procedure, state),
  };
}
