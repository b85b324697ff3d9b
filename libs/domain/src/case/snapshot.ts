import type { Instant, OpenDeadline } from './deadline.ts';
import { RECORD_CLASS } from './vocabulary.ts';
import type { CaseClass, ContextClass, PartyKind, PartyRole, ProcedureId, Role, Route } from './vocabulary.ts';

/** Who acted: a staff member, the petitioner (no user), or the engine (neither). */
export interface Actor {
  readonly userId: string | null;
  readonly role: Role;
  /** All roles held by the person, for checks of `who`; `role` is the one recorded. */
  readonly roles: readonly Role[];
  readonly unitId: string | null;
  /** Division of the actor's unit: the place a supervisor, leader or auditor answers for. */
  readonly division: string | null;
}

/** A party without identity: name, phone and ID number live in the identity schema under the same id. */
export interface PartyRef {
  readonly id: string;
  readonly role: PartyRole;
  readonly kind: PartyKind;
  readonly unitId: string | null;
}

export interface Excluded {
  readonly unitId: string;
  readonly reason: string;
}

/** One passing-on of the case (转送, 交办). */
export interface Hop {
  readonly kind: 'FORWARD' | 'ASSIGN';
  readonly from: string;
  readonly to: string;
  readonly at: Instant;
  readonly objected: boolean;
}

/** What guards and access need; codes and ids only, never free text or identity. */
export interface CaseContext {
  readonly caseId: string;
  readonly class: ContextClass;
  readonly route: Route | null;
  readonly categoryCode: string;
  readonly divisionCode: string;
  readonly divisionCodes: readonly string[];
  /** `divisionCode` and its ancestors, nearest first: a supervisor of any of them knows of the case. */
  readonly divisionPath: readonly string[];
  readonly receivedAt: Instant;
  readonly registeredAt: Instant;
  readonly registeredBy: { readonly userId: string | null; readonly unitId: string | null; readonly role: Role };
  /** The one-stop centre that answers for the case; null never happens once registered. */
  readonly centreUnitId: string;
  /** Registered by the organ that received it directly, not by a centre or a petition office. */
  readonly direct: boolean;
  readonly confidential: boolean;
  readonly urgent: boolean;
  readonly sealed: boolean;
  readonly holderUnitId: string;
  /** Units that held it before, oldest first. */
  readonly earlierHolders: readonly string[];
  readonly assisting: readonly string[];
  readonly leadUnitId: string;
  readonly assistPlanned: readonly string[];
  readonly excluded: readonly Excluded[];
  readonly recusedUsers: readonly string[];
  readonly parties: readonly PartyRef[];
  /** Set where no petitioner gave a name: then nobody has to be told in writing (Art 23). */
  readonly anonymous?: true;
  readonly hops: readonly Hop[];
  /** The unit that first accepted it: it does remands and redos, and nobody reviews himself. */
  readonly firstUnitId: string | null;
  /** Users who acted on it as handler or head: they neither visit nor rate it. */
  readonly handledBy: readonly string[];
  /** The case that this record belongs to: whoever may not know of that one doesn't know of this one. */
  readonly mainCaseId?: string;
  /** What the procedure itself remembers (see each procedure's own type). */
  readonly memo: Readonly<Record<string, unknown>>;
}

/** The class of a matter. @throws RangeError for a record: what is asked of classes is never asked of one */
export function matterClassOf({ class: of }: Pick<CaseContext, 'class'>): CaseClass {
  if (of === RECORD_CLASS) throw new RangeError('a record has no class of matters');
  return of;
}

export interface CaseSnapshot {
  readonly procedure: ProcedureId;
  readonly procedureVersion: number;
  readonly state: string;
  readonly context: CaseContext;
  /** The open deadlines: a copy of the rows, written in the same transaction. */
  readonly open: readonly OpenDeadline[];
}
