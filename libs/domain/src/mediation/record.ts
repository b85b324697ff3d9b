import type { MediationKindId, MediationRecord } from '../case/mediation.ts';
import { APPLICATION_FORMS, MEDIATION_KINDS } from '../case/mediation.ts';
import type { OpenDeadline } from '../case/deadline.ts';
import type { CaseMemo, ChartContext } from '../case/memo.ts';
import type { Done } from '../chart/chart.ts';
import type { Effect } from '../chart/effect.ts';
import { notify } from '../chart/effect.ts';
import type { MediationKind } from './kinds.ts';
import { KINDS } from './kinds.ts';

function fresh(kind: MediationKindId, application: MediationRecord['application']): MediationRecord {
  return {
    kind,
    application,
    openness: KINDS[kind].openness,
    consents: [],
    mediators: [],
    formerMediators: [],
    team: [],
    sessions: 0,
    caucuses: [],
    appraisalFrom: null,
    receiptOwed: null,
  };
}

function linkIn(asked: Readonly<Record<string, unknown>>): Pick<MediationRecord, 'petition'> {
  const { petitionCaseId: caseId, petitionUnitId: unitId } = asked;
  return typeof caseId === 'string' && typeof unitId === 'string' ? { petition: { caseId, unitId } } : {};
}

/** How a mediation begins: the intake's own word (`{kind, application, petitionCaseId, petitionUnitId}`), else a written application for people's mediation. */
export function newMediation(asked: unknown): MediationRecord {
  const said = (typeof asked === 'object' && asked !== null ? asked : {}) as Readonly<Record<string, unknown>>;
  const kind = MEDIATION_KINDS.find((one) => one === said['kind']) ?? 'people';
  const application = APPLICATION_FORMS.find((one) => one === said['application']) ?? 'written';
  return { ...fresh(kind, application), ...linkIn(said) };
}

const DEFAULT = newMediation(null);

/** What the mediation remembers so far. */
export function recordOf({ memo }: { readonly memo: CaseMemo }): MediationRecord {
  return memo.mediation ?? DEFAULT;
}

export function kindOf(context: { readonly memo: CaseMemo }): MediationKind {
  return KINDS[recordOf(context).kind];
}

/** The record with something changed, as a deed writes it. */
export function remembered(context: ChartContext, change: Partial<MediationRecord>): NonNullable<Done['memo']> {
  return { mediation: { ...recordOf(context), ...change } };
}

/** Both sides: whoever applied and whoever the dispute is with; each of them must consent (人民调解法 Art 3, 17). */
export function bothSides(context: Pick<ChartContext, 'parties'>): readonly string[] {
  return context.parties.filter((one) => one.role === 'petitioner' || one.role === 'respondent').map((one) => one.id);
}

/** The clock of the mediation itself, if it runs. */
export function limitClock(context: ChartContext, open: readonly OpenDeadline[]): OpenDeadline | undefined {
  const { limit } = kindOf(context);
  return open.find((one) => one.rule === limit);
}

/** The unit that handles the petition it came out of hears how it ends, and goes on with the petition. */
export function toldPetition(context: ChartContext, kind: string): readonly Effect[] {
  const { petition } = recordOf(context);
  return petition === undefined ? [] : [notify(kind, petition.unitId, ['handler', 'head'])];
}

/** True for one who mediates this case. */
export function mediates(context: { readonly memo: CaseMemo }, userId: string | null): boolean {
  return userId !== null && recordOf(context).mediators.some((one) => one.userId === userId);
}
