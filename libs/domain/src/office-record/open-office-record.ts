import type { CaseCommand } from '../case/command.ts';
import type { Decision, Refusal } from '../case/decision.ts';
import type { DomainEnv } from '../case/env.ts';
import type { ChartContext } from '../case/memo.ts';
import { listOf, textOf } from '../case/payload.ts';
import { invalid, refused } from '../case/refusal.ts';
import { excludedOf } from '../case/routed.ts';
import type { OfficeProcedureId } from '../case/vocabulary.ts';
import { RECORD_CLASS } from '../case/vocabulary.ts';
import { settle } from '../decide/outcome.ts';
import { proceduresOf } from '../definitions/procedures.ts';
import { openHandOver } from '../duty/duty.deeds.ts';
import { openDispute } from '../jurisdiction/jurisdiction.deeds.ts';
import { openMeeting } from '../meeting/meeting.deeds.ts';
import { openResolution } from '../meeting/resolution.deeds.ts';
import { openReception } from '../reception/reception.deeds.ts';
import { transferred } from '../transfer/transfer.facts.ts';
import { openUrgent } from '../urgent/urgent.deeds.ts';
import { isOpening } from './opening.ts';
import type { Opener } from './opening.ts';

const OPENERS: Readonly<Record<OfficeProcedureId, Opener>> = {
  'joint-meeting': openMeeting,
  resolution: openResolution,
  'urgent-matter': openUrgent,
  jurisdiction: openDispute,
  'duty-handover': openHandOver,
  'reception-day': openReception,
};

const SEALED = '《信访工作条例》第30条第3款';
/** The category of what is no matter of anybody's. */
const NO_CATEGORY = '990000';

/** Nothing is written beside a case that is under seal by now (Art 30(3)), nor twice where there is one of a kind. */
function refusalOfNamed(command: CaseCommand): Refusal | null {
  if (command.cases[command.commandId] !== undefined)
    return refused({ zh: '该记录已经存在。', en: 'There is this record already.' }, { code: 'record.exists' });
  return listOf(command, 'about').some((id) => command.cases[id]?.snapshot.context.sealed === true)
    ? refused({ zh: '密封案件不另立记录。', en: 'Nothing is opened beside a sealed case.' }, { code: 'case.sealed_alone', basis: SEALED })
    : null;
}

/**
 * REGISTER of a record: a case of its own beside those it is `about`. The payload carries `procedure, centreUnitId, divisionCode,
 * divisionPath, about` (ids of cases) and `excluded` (units that are excluded from those), and what its kind asks for. Nobody who is
 * excluded from a case learns of its records.
 */
export function openOfficeRecord(procedure: OfficeProcedureId, command: CaseCommand, env: DomainEnv): Decision {
  const centreUnitId = textOf(command, 'centreUnitId');
  const divisionCode = textOf(command, 'divisionCode');
  if (centreUnitId === null || divisionCode === null)
    return { ok: false, refusal: invalid('payload', 'case.incomplete', { zh: '登记信息不完整。', en: 'The record is incomplete.' }) };
  const named = refusalOfNamed(command);
  if (named !== null) return { ok: false, refusal: named };
  const opened = OPENERS[procedure](command);
  if (!isOpening(opened)) return { ok: false, refusal: opened };
  const definition = proceduresOf(env).current(procedure);
  const { userId, unitId, role } = command.by;
  const { holderUnitId, assisting, memo } = opened;
  const about = listOf(command, 'about');
  const context: ChartContext = {
    caseId: command.commandId,
    class: RECORD_CLASS,
    route: null,
    categoryCode: NO_CATEGORY,
    divisionCode,
    divisionCodes: [],
    divisionPath: listOf(command, 'divisionPath'),
    receivedAt: command.at,
    registeredAt: command.at,
    registeredBy: { userId, unitId, role },
    centreUnitId,
    direct: false,
    confidential: false,
    urgent: false,
    sealed: false,
    holderUnitId,
    earlierHolders: [],
    assisting,
    leadUnitId: holderUnitId,
    assistPlanned: [],
    excluded: excludedOf(command),
    recusedUsers: [],
    parties: [],
    anonymous: true,
    hops: [],
    firstUnitId: null,
    handledBy: [],
    memo: about.length === 0 ? memo : { about, ...memo },
  };
  const registered = transferred('case.registered', {
    class: RECORD_CLASS,
    divisionCode,
    holder: holderUnitId,
    procedure,
    receivedAt: command.at,
  });
  const before = { procedure, procedureVersion: definition.version, state: definition.initial, context, open: [] };
  return settle({ command, env, before, state: definition.initial, context, effects: [registered, ...opened.effects(context)] });
}
