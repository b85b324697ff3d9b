import type { CaseCommand } from '../case/command.ts';
import type { Decision } from '../case/decision.ts';
import type { DomainEnv } from '../case/env.ts';
import { chartContext } from '../case/memo.ts';
import { textOf } from '../case/payload.ts';
import { refused } from '../case/refusal.ts';
import type { CaseSnapshot } from '../case/snapshot.ts';
import { settle } from '../decide/outcome.ts';
import { stopAll } from '../interruption/interruption.ts';
import { recorded } from './record.facts.ts';

/**
 * `STOP_RECORD {mainCaseId}`: the engine's own command, sent when a case comes under seal (Art 30(3)). Nobody may know of its records any
 * more, so that nobody can keep their clocks: they end, and nothing is urged, supervised or reported. It stands beside the charts.
 */
export function stopRecord(snapshot: CaseSnapshot, command: CaseCommand, env: DomainEnv): Decision {
  const mainCaseId = textOf(command, 'mainCaseId');
  const context = chartContext(snapshot.context);
  const { about = [] } = context.memo;
  const concerned = mainCaseId !== null && (context.mainCaseId === mainCaseId || about.includes(mainCaseId));
  if (!concerned || snapshot.open.length === 0)
    return { ok: false, refusal: refused({ zh: '没有期限在计时。', en: 'No clock of it runs.' }, { code: 'record.stopped' }) };
  const effects = [recorded('record.stopped', { mainCaseId }), ...stopAll(snapshot.open)];
  return settle({ command, env, before: snapshot, state: snapshot.state, context, effects });
}
