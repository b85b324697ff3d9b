import { knowledge } from '../access/knowledge.ts';
import { hasRole } from '../access/people.ts';
import type { CaseCommand } from '../case/command.ts';
import type { Decision, Refusal } from '../case/decision.ts';
import type { DomainEnv } from '../case/env.ts';
import type { ChartContext } from '../case/memo.ts';
import { textOf } from '../case/payload.ts';
import { forbidden, invalid, refused } from '../case/refusal.ts';
import type { Actor, CaseSnapshot } from '../case/snapshot.ts';
import type { LinkedProcedureId } from '../case/vocabulary.ts';
import { LINKED_PROCEDURES, RECORD_CLASS } from '../case/vocabulary.ts';
import { proceduresOf } from '../definitions/procedures.ts';
import { leaderCaseBegins } from '../leader-case/begin.ts';
import type { LinkedProcedure } from '../linked/linked-procedure.ts';
import { settle } from './outcome.ts';

const BEGINNINGS: Readonly<Record<LinkedProcedureId, LinkedProcedure>> = { 'leader-case': leaderCaseBegins };

/** Of a case that is under seal nothing is written beside it: a second record would tell that it exists (Art 30(3)). */
function refusalOn(main: CaseSnapshot, by: Actor): Refusal | null {
  const { context } = main;
  if (knowledge(context, by) !== 'full' || by.unitId !== context.centreUnitId || !hasRole(by, 'supervisor', 'leader')) {
    const who = { zh: '中心的督查员或领导', en: 'supervisor or leader of the centre' };
    return forbidden({ zh: `须由${who.zh}作出。`, en: `This is for: ${who.en}.` }, { whoMay: who });
  }
  if (context.sealed) return refused({ zh: '检举控告件不另立记录。', en: 'Nothing is opened beside a sealed case.' });
  return context.class !== RECORD_CLASS && context.mainCaseId === undefined && main.state !== 'archived'
    ? null
    : refused({ zh: '只能就在办或已办结的案件设立。', en: 'It is opened on a case of its own that isn’t archived.' });
}

/** Records that this person may open beside the case; whether there is one already isn't asked. */
export function linkedOptions(main: CaseSnapshot, actor: Actor): readonly LinkedProcedureId[] {
  return refusalOn(main, actor) === null ? LINKED_PROCEDURES : [];
}

/**
 * REGISTER of a record that belongs to another case: `{procedure, mainCaseId, …}` with what the procedure itself asks for. Place, class and
 * exclusions are the main case's, which the command carries as it stood; who was told of that case may be told of this one.
 */
export function openLinked(procedure: LinkedProcedureId, command: CaseCommand, env: DomainEnv): Decision {
  const mainCaseId = textOf(command, 'mainCaseId') ?? '';
  const main = command.cases[mainCaseId]?.snapshot;
  if (main === undefined)
    return { ok: false, refusal: invalid('mainCaseId', 'case.unknown', { zh: '没有这件案件。', en: 'There is no such case.' }) };
  const { whyNot, begin } = BEGINNINGS[procedure];
  const refusal = refusalOn(main, command.by) ?? whyNot(main, command, env);
  if (refusal !== null) return { ok: false, refusal };

  const definition = proceduresOf(env).current(procedure);
  const { holderUnitId, memo, effects } = begin(main, command, env);
  const { userId, unitId, role } = command.by;
  const of = main.context;
  const context: ChartContext = {
    ...of,
    caseId: command.commandId,
    mainCaseId,
    receivedAt: command.at,
    registeredAt: command.at,
    registeredBy: { userId, unitId, role },
    direct: false,
    holderUnitId,
    earlierHolders: [],
    assisting: [],
    leadUnitId: holderUnitId,
    assistPlanned: [],
    recusedUsers: [],
    parties: [],
    hops: [],
    firstUnitId: holderUnitId,
    handledBy: [],
    memo,
  };
  const before = { procedure, procedureVersion: definition.version, state: definition.initial, context, open: [] };
  return settle({ command, env, before, state: definition.initial, context, effects });
}
