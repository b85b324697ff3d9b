import { addresseesOf } from '../access/people.ts';
import type { CaseCommand } from '../case/command.ts';
import type { Decision } from '../case/decision.ts';
import type { DomainEnv } from '../case/env.ts';
import { chartContext } from '../case/memo.ts';
import { numberOf, textOf } from '../case/payload.ts';
import { invalid, refused } from '../case/refusal.ts';
import type { CaseSnapshot } from '../case/snapshot.ts';
import { deadline, notify } from '../chart/effect.ts';
import { settle } from '../decide/outcome.ts';
import { proceduresOf } from '../definitions/procedures.ts';
import { DRAWN_VISIT } from '../rule-packs/visit-rules.ts';
import { closed } from './closing.facts.ts';

/**
 * `DRAW_VISIT {closedAt, planId, visits}`: the engine's own command, for a case that a plan of return visits drew when it closed. The centre
 * owes the visit from then on, with a clock. It stands beside the charts, so that released procedures keep theirs.
 *
 * `visits`: how many the case had when it closed; whoever has been there since has done it.
 */
export function drawVisit(snapshot: CaseSnapshot, command: CaseCommand, env: DomainEnv): Decision {
  const [closedAt, planId] = [textOf(command, 'closedAt'), textOf(command, 'planId')];
  const visits = numberOf(command, 'visits');
  if (command.by.role !== 'engine' || closedAt === null || planId === null || visits === null)
    return { ok: false, refusal: invalid('type', 'command.unknown', { zh: '没有这个操作。', en: 'There is no such command.' }) };
  const context = chartContext(snapshot.context);
  const { memo, centreUnitId } = context;
  const visitable = proceduresOf(env).of(snapshot.procedure, snapshot.procedureVersion).ways.get(snapshot.state)?.has('RETURN_VISIT');
  if (visitable !== true || memo.visitDrawn === closedAt || (memo.visits?.length ?? 0) > visits)
    return {
      ok: false,
      refusal: refused({ zh: '此件不再需要安排抽样回访。', en: 'No drawn visit is owed on this case.' }, { code: 'visit.not_owed' }),
    };
  const settled = settle({
    command,
    env,
    before: snapshot,
    state: snapshot.state,
    context: { ...context, memo: { ...memo, visitDrawn: closedAt } },
    effects: [
      closed('visit.drawn', { planId }),
      deadline({ kind: 'start', rule: DRAWN_VISIT, triggerAt: closedAt, owner: { role: 'clerk', unitId: centreUnitId } }),
      notify('visit.drawn', centreUnitId, addresseesOf(context, centreUnitId)),
    ],
  });
  return { ...settled, versioned: false };
}
