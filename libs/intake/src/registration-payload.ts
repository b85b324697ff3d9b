import type { IntakeBody } from '#libs/contracts';
import type { CaseClass, ProcedureId, Route, Routing } from '#libs/domain';

/** The routing as commands carry it: ids, for the domain to keep. */
export function carriedRouting({ lead, assist, excluded }: Routing): Readonly<Record<string, unknown>> {
  return {
    leadUnitId: lead.unitId,
    assistUnitIds: assist.map((unit) => unit.unitId),
    excluded: excluded.map(({ unitId, reason }) => ({ unitId, reason })),
  };
}

export interface Settled {
  readonly class: CaseClass;
  readonly route: Route | null;
  readonly procedure: ProcedureId;
  readonly categoryCode: string;
  readonly routing: Routing;
  /** The centre that answers for the case, and whether an organ received it directly instead. */
  readonly centreUnitId: string;
  readonly direct: boolean;
  /** The division and its ancestors, nearest first. */
  readonly divisionPath: readonly string[];
}

/** No petitioner named: nobody has to be told in writing (Art 23). A representative speaks for the petitioners by name. */
function isAnonymous({ parties = [] }: IntakeBody): boolean {
  return !parties.some(({ role, name }) => (role === 'petitioner' || role === 'representative') && name !== undefined);
}

/** Codes, ids, dates and numbers of a REGISTER command; free text and identity travel beside it. */
export function registrationPayload(body: IntakeBody, settled: Settled): Readonly<Record<string, unknown>> {
  return {
    class: settled.class,
    route: settled.route,
    procedure: settled.procedure,
    ...(body.simplifiedGround === undefined ? {} : { simplifiedGround: body.simplifiedGround }),
    ...(body.repeated === true ? { repeated: true } : {}),
    categoryCode: settled.categoryCode,
    centreUnitId: settled.centreUnitId,
    direct: settled.direct,
    divisionPath: settled.divisionPath,
    routing: carriedRouting(settled.routing),
    channel: body.channel,
    divisionCode: body.divisionCode,
    divisionCodes: body.divisionCodes ?? [],
    receivedAt: new Date(body.receivedAt).toISOString(),
    headcount: body.headcount ?? 1,
    urgent: body.urgent ?? false,
    confidential: body.confidential ?? false,
    anonymous: isAnonymous(body),
    ...(settled.procedure === 'mediation' && body.mediation !== undefined ? { mediation: body.mediation } : {}),
  };
}
