import { hasRole } from '../access/people.ts';
import { civilDateOf } from '../calendar/index.ts';
import type { CaseCommand } from '../case/command.ts';
import type { Decision } from '../case/decision.ts';
import type { DomainEnv } from '../case/env.ts';
import type { ChartContext } from '../case/memo.ts';
import { chartContext } from '../case/memo.ts';
import { invalid } from '../case/refusal.ts';
import type { Actor, CaseSnapshot } from '../case/snapshot.ts';
import { advance } from '../chart/advance.ts';
import type { Step } from '../chart/rule.ts';
import { drawVisit } from '../closing/draw-visit.ts';
import { COMMANDS } from '../definitions/commands.ts';
import { proceduresOf } from '../definitions/procedures.ts';
import { settleJurisdiction } from '../jurisdiction/settle.ts';
import { makeLetter } from '../letters/make-letter.ts';
import { newClassification } from '../reclassification/reclassify.ts';
import { climb, rederiveClocks } from './clocks.ts';
import { stopRecord } from '../record/stop.ts';
import { lawOf } from './law.ts';
import { migrateCase, rebaseClocks } from './law-commands.ts';
import { refusalBefore, wayRefusal, waysHere } from './judge.ts';
import { settle } from './outcome.ts';
import { restart } from './restart.ts';

/** Whoever did something on it as handler or head neither visits nor rates it (rules 9.8). */
function withHandler(context: ChartContext, before: ChartContext, by: Actor): ChartContext {
  if (by.userId === null || !hasRole(by, 'handler', 'head') || before.handledBy.includes(by.userId)) return context;
  if (by.unitId !== before.holderUnitId && by.unitId !== before.firstUnitId) return context;
  return { ...context, handledBy: [...context.handledBy, by.userId] };
}

/** The chart's event for a command in a state. */
function stepOf(snapshot: CaseSnapshot, command: CaseCommand, env: DomainEnv): Step {
  const { open, state } = snapshot;
  return { type: command.type, command, open, today: civilDateOf(command.at), state, law: lawOf(snapshot, command.at, env) };
}

/**
 * Decides one command: pure, the same answer for the same inputs. A refusal says why, by which article, who may instead and
 * from when. The engine's own commands are `DEADLINE_STEP {deadlineId, edition?, step, version}`, one rung of a ladder (stale: refused
 * with `deadline.stale`), those of a switch of the law: `REDERIVE {calendarVersion}`, `REBASE {rulePack}`, `MIGRATE {to}`, and what follows
 * for other cases: `SETTLE_JURISDICTION`, `STOP_RECORD`. Beside the charts stand `MAKE_LETTER` too, which the product sends for a person,
 * and `DRAW_VISIT`, for a plan of return visits.
 *
 * @throws RangeError for a definition, rule pack or calendar that is gone.
 */
export function decide(snapshot: CaseSnapshot, command: CaseCommand, env: DomainEnv): Decision {
  if (command.type === 'DEADLINE_STEP') return climb(snapshot, command, env);
  if (command.type === 'REDERIVE') return rederiveClocks(snapshot, command, env);
  if (command.type === 'REBASE') return rebaseClocks(snapshot, command, env);
  if (command.type === 'MIGRATE') return migrateCase(snapshot, command, env);
  if (command.type === 'STOP_RECORD') return stopRecord(snapshot, command, env);
  if (command.type === 'SETTLE_JURISDICTION') return settleJurisdiction(snapshot, command, env);
  if (command.type === 'MAKE_LETTER') return makeLetter(snapshot, command);
  if (command.type === 'DRAW_VISIT') return drawVisit(snapshot, command, env);
  const spec = COMMANDS[command.type];
  if (spec === undefined)
    return { ok: false, refusal: invalid('type', 'command.unknown', { zh: '没有这个操作。', en: 'There is no such command.' }) };

  const definition = proceduresOf(env).of(snapshot.procedure, snapshot.procedureVersion);
  const context = chartContext(snapshot.context);
  const step = stepOf(snapshot, command, env);
  const refusal = refusalBefore(definition, spec, context, step, true);
  if (refusal !== null) return { ok: false, refusal };

  const next = advance(waysHere(definition, step), context, step);
  if (next === null)
    return {
      ok: false,
      refusal:
        wayRefusal(waysHere(definition, step), context, step, true) ??
        invalid('type', 'command.unknown', { zh: '不能执行。', en: 'Not possible.' }),
    };
  if (command.type === 'RECLASSIFY') {
    const classification = newClassification(context, command, snapshot.procedure);
    if (classification.procedure !== snapshot.procedure) return restart(snapshot, command, classification, env);
  }
  return settle({
    command,
    env,
    before: snapshot,
    state: next.state,
    context: withHandler(next.context, context, command.by),
    effects: next.effects,
  });
}
