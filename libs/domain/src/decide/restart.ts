import { transferTo } from '../accusation/accusation.deeds.ts';
import { RECEIPT_CLOCK, transferWithReceipt } from '../accusation/hand-on.deeds.ts';
import { addresseesOf, hasRole, isExcluded } from '../access/people.ts';
import { viewerUnits } from '../access/knowledge.ts';
import type { CaseCommand } from '../case/command.ts';
import type { Accepted } from '../case/decision.ts';
import type { DomainEnv } from '../case/env.ts';
import type { CaseMemo, ChartContext } from '../case/memo.ts';
import { chartContext } from '../case/memo.ts';
import type { Actor, CaseSnapshot } from '../case/snapshot.ts';
import type { Effect } from '../chart/effect.ts';
import { notify } from '../chart/effect.ts';
import { proceduresOf } from '../definitions/procedures.ts';
import { stopAll } from '../interruption/interruption.ts';
import { dispatchClock } from '../hotline/hotline.deeds.ts';
import type { NewClassification } from '../reclassification/reclassify.ts';
import { reroute } from '../reclassification/reclassify.ts';
import { forwardingClock, handOver } from '../transfer/transfer.deeds.ts';
import { transferred } from '../transfer/transfer.facts.ts';
import { memoOf } from './first-memo.ts';
import { settle } from './outcome.ts';

/**
 * Who keeps a case that becomes an accusation until it is passed on: its registering clerk, like any accusation. Where no
 * clerk of the centre registered it (an organ, the public), whoever found out what it is; null leaves it to the centre's clerks.
 */
function keeperAfter({ registeredBy, centreUnitId }: ChartContext, by: Actor): string | null {
  if (registeredBy.userId === null) return hasRole(by, 'clerk') ? by.userId : null;
  return registeredBy.unitId === centreUnitId ? registeredBy.userId : by.userId;
}

function contextAfter(
  context: ChartContext,
  command: CaseCommand,
  { class: caseClass, route, categoryCode, procedure }: NewClassification,
): ChartContext {
  const sealed = caseClass === 'ACCUSATION';
  const keeper = sealed ? keeperAfter(context, command.by) : null;
  const memo: CaseMemo = keeper === null ? memoOf(procedure, command) : { keeper };
  return {
    ...context,
    class: caseClass,
    route,
    categoryCode,
    ...reroute(context, command),
    ...handOver(context, context.centreUnitId),
    // The seal covers the past too: whoever had it before knows of it no more (Art 30(3)).
    ...(sealed ? { earlierHolders: [], assisting: [] } : {}),
    sealed,
    direct: false,
    hops: [],
    firstUnitId: null,
    // What was made of it on paper stays what it was.
    memo: context.memo.letters === undefined ? memo : { ...memo, letters: context.memo.letters },
  };
}

/**
 * RECLASSIFY into another procedure: that one starts at its beginning, at the centre; the first one's clocks fall away and
 * the duty to pass it on runs again to its first due date. Becoming an accusation seals it; if the centre is excluded from
 * it, it goes on to the routed organ at once.
 */
export function restart(snapshot: CaseSnapshot, command: CaseCommand, classification: NewClassification, env: DomainEnv): Accepted {
  const before = chartContext(snapshot.context);
  const context = contextAfter(before, command, classification);
  const { procedure, class: caseClass, route, categoryCode } = classification;
  const effects: Effect[] = [
    transferred('case.reclassified', { categoryCode, class: caseClass, from: snapshot.procedure, procedure, route }),
  ];
  if (context.sealed && !before.sealed) effects.push(transferred('case.sealed', { knownTo: viewerUnits(before) }));
  if (!context.sealed && before.sealed) effects.push(transferred('case.unsealed'));
  effects.push(...stopAll(snapshot.open));

  const definition = proceduresOf(env).current(procedure);
  const next: CaseSnapshot = { ...snapshot, procedure, procedureVersion: definition.version };
  if (context.sealed && isExcluded(context, context.holderUnitId)) {
    const transfer = definition.deadlines.includes(RECEIPT_CLOCK) ? transferWithReceipt : transferTo;
    const gone = transfer(context, context.leadUnitId, command.at);
    return settle({
      command,
      env,
      before: next,
      state: 'transferred',
      context: { ...context, ...gone.context },
      effects: [...effects, ...gone.effects],
    });
  }
  effects.push(
    procedure === 'hotline' ? dispatchClock(context, command.at) : forwardingClock(context, context.holderUnitId),
    notify('case.reclassified', context.holderUnitId, addresseesOf(context, context.holderUnitId)),
  );
  return settle({ command, env, before: next, state: definition.initial, context, effects });
}
