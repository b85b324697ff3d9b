import { addresseesOf, isExcluded } from '../access/people.ts';
import type { CaseCommand } from '../case/command.ts';
import type { OpenDeadline } from '../case/deadline.ts';
import type { Decision } from '../case/decision.ts';
import type { DomainEnv } from '../case/env.ts';
import type { CaseMemo, ChartContext, StoppedClock } from '../case/memo.ts';
import { chartContext } from '../case/memo.ts';
import { oneOf, textOf } from '../case/payload.ts';
import { invalid, refused } from '../case/refusal.ts';
import type { CaseSnapshot } from '../case/snapshot.ts';
import { RULING_WAYS } from '../case/jurisdiction.ts';
import type { Effect } from '../chart/effect.ts';
import { cancelled, deadline, met, notify, superseded } from '../chart/effect.ts';
import { settle } from '../decide/outcome.ts';
import { runningClocks, takeUp } from '../interruption/interruption.ts';
import { handOver, INTAKE_CLOCKS, noticeClock } from '../transfer/transfer.deeds.ts';
import { goesOn, moot, whyNotDisputed } from './disputable.ts';
import { disputed } from './jurisdiction.facts.ts';

/** Rights of a receiver to send it back: a ruling binds him. */
const RETURN_RIGHTS = ['PET-OBJECT', 'HOT-RETURN'] as const;
const ENDED: ReadonlySet<string> = new Set<string>([...RETURN_RIGHTS, ...INTAKE_CLOCKS, 'HOT-DISPATCH']);

function stateAfter({ procedure, state }: CaseSnapshot): string {
  if (goesOn(state)) return state;
  return procedure === 'hotline' ? 'dispatched' : 'routed';
}

/** Clocks with another owner, and the due dates that they had: time is not won by disputing. */
function handedOn(clocks: readonly StoppedClock[], from: string, to: string): readonly Effect[] {
  const kept = clocks.filter(({ rule, owner }) => owner.unitId === from && !ENDED.has(rule));
  return takeUp(kept.map((one) => ({ ...one, owner: { ...one.owner, unitId: to } })));
}

/** What the former holder still had time for. What is overdue stays his lateness, what is paused waits for whoever paused it. */
function inTime(open: readonly OpenDeadline[], from: string, at: string): readonly OpenDeadline[] {
  return open.filter((one) => one.owner.unitId === from && one.state === 'armed' && one.dueAt > at && !ENDED.has(one.rule));
}

function received({ procedure }: CaseSnapshot, context: ChartContext, at: string, unitId: string): readonly Effect[] {
  const owner = { role: 'handler', unitId } as const;
  if (procedure === 'hotline')
    return [...met('HOT-DISPATCH'), ...['HOT-SIGN', 'HOT-DO'].map((rule) => deadline({ kind: 'start', rule, triggerAt: at, owner }))];
  return [...met(...INTAKE_CLOCKS), ...noticeClock(context, 'PET-NOTICE-FWD', at, unitId)];
}

function clocksOf(snapshot: CaseSnapshot, context: ChartContext, at: string, unitId: string): readonly Effect[] {
  const { holderUnitId, memo } = context;
  const proposal = memo.proposal;
  const anew = ['registered', 'returned'].includes(snapshot.state) || proposal?.from === 'registered';
  const running = unitId === holderUnitId ? [] : inTime(snapshot.open, holderUnitId, at);
  return [
    ...cancelled(...RETURN_RIGHTS),
    ...superseded(...running.map(({ rule }) => rule)),
    ...handedOn([...runningClocks(running), ...(anew ? [] : (proposal?.clocks ?? []))], holderUnitId, unitId),
    ...(anew ? received(snapshot, context, at, unitId) : []),
  ];
}

function memoAfter({ holderUnitId, memo }: ChartContext, disputeId: string, unitId: string, designated: boolean): CaseMemo {
  const { proposal: _, assignment, ...rest } = memo;
  const moved = assignment?.unitId === holderUnitId ? { ...assignment, unitId } : assignment;
  return {
    ...rest,
    ...(moved === undefined ? {} : { assignment: moved }),
    ...(designated ? { designated: true as const } : {}),
    settledDisputes: [...(memo.settledDisputes ?? []), disputeId],
  };
}

/**
 * `SETTLE_JURISDICTION {disputeId, rulingWay, unitId}`: the engine's own command, sent once for a ruling (Art 24(1)). The case goes to the
 * unit that was ruled responsible and goes on there; it stands beside the charts, so that released procedures keep theirs. No hop is
 * counted, nothing can be objected to, and every limit keeps its day.
 */
export function settleJurisdiction(snapshot: CaseSnapshot, command: CaseCommand, env: DomainEnv): Decision {
  const [disputeId, unitId, rulingWay] = [
    textOf(command, 'disputeId'),
    textOf(command, 'unitId'),
    oneOf(command, 'rulingWay', RULING_WAYS),
  ];
  if (disputeId === null || unitId === null || rulingWay === null)
    return {
      ok: false,
      refusal: invalid('payload', 'jurisdiction.incomplete', { zh: '裁定信息不完整。', en: 'The ruling is incomplete.' }),
    };
  const context = chartContext(snapshot.context);
  const { holderUnitId } = context;
  if (context.memo.settledDisputes?.includes(disputeId) === true)
    return {
      ok: false,
      refusal: refused({ zh: '该裁定已执行。', en: 'The ruling has been carried out.' }, { code: 'jurisdiction.settled' }),
    };
  const why = whyNotDisputed(snapshot);
  if (why !== null) return { ok: false, refusal: why };
  if (isExcluded(context, unitId))
    return {
      ok: false,
      refusal: moot({ zh: '该单位已被排除，须重新裁定。', en: 'The unit is excluded by now: it has to be ruled anew.' }),
    };

  const effects = [
    disputed('jurisdiction.settled', { disputeId, from: holderUnitId, rulingWay, to: unitId }),
    ...clocksOf(snapshot, context, command.at, unitId),
    notify('jurisdiction.settled', unitId, addresseesOf(context, unitId)),
    ...(unitId === holderUnitId ? [] : [notify('jurisdiction.left', holderUnitId, addresseesOf(context, holderUnitId))]),
  ];
  const next: ChartContext = {
    ...context,
    ...handOver(context, unitId),
    leadUnitId: unitId,
    assisting: context.assisting.filter((one) => one !== unitId),
    firstUnitId: context.firstUnitId === holderUnitId ? unitId : context.firstUnitId,
    memo: memoAfter(context, disputeId, unitId, snapshot.procedure === 'hotline'),
  };
  return settle({ command, env, before: snapshot, state: stateAfter(snapshot), context: next, effects });
}
