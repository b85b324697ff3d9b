import { addresseesOf } from '../access/people.ts';
import { flagOf, oneOf, textOf } from '../case/payload.ts';
import { routingOf } from '../case/routed.ts';
import type { CaseCommand } from '../case/command.ts';
import { matterClassOf } from '../case/snapshot.ts';
import type { ChartContext } from '../case/memo.ts';
import type { CaseClass, ProcedureId, Route } from '../case/vocabulary.ts';
import { CASE_CLASSES, PROCEDURES, ROUTES } from '../case/vocabulary.ts';
import type { Deed } from '../chart/chart.ts';
import { notify } from '../chart/effect.ts';
import { settleProcedure } from '../classification/settle-procedure.ts';
import { simpleMatterOf } from '../simplified/simplified.rules.ts';
import { transferred } from '../transfer/transfer.facts.ts';

export interface NewClassification {
  readonly class: CaseClass;
  readonly route: Route | null;
  readonly procedure: ProcedureId;
  readonly categoryCode: string;
}

/**
 * What the case would be after RECLASSIFY: what is left out stays; class and route decide the procedure. Where they leave a choice,
 * it is the caller's `settledProcedure`, and without one the present procedure.
 */
export function newClassification(context: ChartContext, command: CaseCommand, present: ProcedureId): NewClassification {
  const caseClass = oneOf(command, 'class', CASE_CLASSES) ?? matterClassOf(context);
  const route = caseClass === 'CLAIM' ? (oneOf(command, 'route', ROUTES) ?? context.route ?? 'PETITION') : null;
  const wanted = oneOf(command, 'settledProcedure', PROCEDURES) ?? present;
  const known = simpleMatterOf(context);
  const { procedure } = settleProcedure(caseClass, route, wanted, {
    places: known.places,
    organs: known.organs,
    repeated: flagOf(command, 'repeated') || known.repeated,
  });
  return { class: caseClass, route, procedure, categoryCode: textOf(command, 'categoryCode') ?? context.categoryCode };
}

/** Who leads and who is excluded follow the new classification; the caller routed anew and put it into the payload. */
export function reroute(
  context: ChartContext,
  command: CaseCommand,
): Partial<Pick<ChartContext, 'leadUnitId' | 'assistPlanned' | 'excluded'>> {
  const routing = routingOf(command);
  if (routing === null) return {};
  const known = new Set(routing.excluded.map((one) => one.unitId));
  // Once excluded, always excluded: a new category doesn't make a party impartial.
  return {
    leadUnitId: routing.leadUnitId,
    assistPlanned: routing.assistUnitIds,
    excluded: [...routing.excluded, ...context.excluded.filter((one) => !known.has(one.unitId))],
  };
}

/** Within one procedure: the category (or, guided, the route) changes; state, holder and clocks stay. */
export const reclassify: Deed = (context, { command }) => {
  const { class: caseClass, route, categoryCode } = newClassification(context, command, 'petition');
  return {
    context: { class: caseClass, route, categoryCode, ...reroute(context, command) },
    effects: [
      transferred('case.reclassified', { categoryCode, class: caseClass, route }),
      notify('case.reclassified', context.holderUnitId, addresseesOf(context, context.holderUnitId)),
    ],
  };
};
