import { transferTo } from '../accusation/accusation.deeds.ts';
import { RECEIPT_CLOCK, transferWithReceipt } from '../accusation/hand-on.deeds.ts';
import { isExcluded } from '../access/people.ts';
import { canonicalInstant, civilDateOf } from '../calendar/civil-date.ts';
import type { CaseCommand } from '../case/command.ts';
import type { Decision, Refusal } from '../case/decision.ts';
import type { DomainEnv } from '../case/env.ts';
import type { ChartContext } from '../case/memo.ts';
import { flagOf, listOf, numberOf, oneOf, textOf } from '../case/payload.ts';
import { invalid, refused } from '../case/refusal.ts';
import { routingOf } from '../case/routed.ts';
import { firstOrderClocks } from '../hotline/hotline.deeds.ts';
import type { PartyRef } from '../case/snapshot.ts';
import type { ProcedureId } from '../case/vocabulary.ts';
import {
  CASE_CLASSES,
  INTAKE_PROCEDURES,
  LINKED_PROCEDURES,
  OFFICE_PROCEDURES,
  PARTY_KINDS,
  PARTY_ROLES,
  ROUTES,
} from '../case/vocabulary.ts';
import type { Effect } from '../chart/effect.ts';
import { notify } from '../chart/effect.ts';
import { settleProcedure } from '../classification/settle-procedure.ts';
import { proceduresOf } from '../definitions/procedures.ts';
import { memoOf } from './first-memo.ts';
import { openLinked } from './open-linked.ts';
import { organsOf, placesOf } from '../simplified/eligibility.ts';
import { openOfficeRecord } from '../office-record/open-office-record.ts';
import { conditionsFor, mostRepresentatives } from '../rule-packs/index.ts';
import { forwardingClock, noticeClock } from '../transfer/transfer.deeds.ts';
import { transferred } from '../transfer/transfer.facts.ts';
import { askedRecord, openRecord } from './open-record.ts';
import { settle } from './outcome.ts';

function isParty(value: unknown): value is PartyRef {
  if (typeof value !== 'object' || value === null) return false;
  const one = value as Readonly<Record<string, unknown>>;
  return (
    typeof one['id'] === 'string' && PARTY_ROLES.some((role) => role === one['role']) && PARTY_KINDS.some((kind) => kind === one['kind'])
  );
}

function partiesOf(command: CaseCommand): readonly PartyRef[] {
  const value = command.payload['parties'];
  const parties = Array.isArray(value) ? value.filter(isParty) : [];
  return parties.map(({ id, role, kind, unitId }) => ({ id, role, kind, unitId: typeof unitId === 'string' ? unitId : null }));
}

/** Who has a case first: the centre, or the organ that received it directly, unless it is about that organ. */
function firstHolder(
  command: CaseCommand,
  procedure: ProcedureId,
  centreUnitId: string,
  excluded: (unitId: string) => boolean,
): { readonly holderUnitId: string; readonly direct: boolean } {
  const direct = flagOf(command, 'direct');
  const own = command.by.unitId;
  // A work order is the desk's to dispatch, whoever took it down.
  if (!direct || own === null || own === centreUnitId || procedure === 'hotline') return { holderUnitId: centreUnitId, direct: false };
  // An accused organ may not even begin; a sealed case leaves it at once, below.
  const sealed = oneOf(command, 'class', CASE_CLASSES) === 'ACCUSATION';
  return excluded(own) && !sealed ? { holderUnitId: centreUnitId, direct: false } : { holderUnitId: own, direct: true };
}

/** What is owed first: to dispatch a work order, else to tell the petitioner or to pass the matter on. */
function firstClock(procedure: ProcedureId, context: ChartContext): readonly Effect[] {
  const { direct, holderUnitId, receivedAt } = context;
  if (procedure === 'hotline') return firstOrderClocks(context, receivedAt);
  return direct ? noticeClock(context, 'PET-NOTICE-DIRECT', receivedAt, holderUnitId) : [forwardingClock(context, holderUnitId)];
}

/** Art 20(3) limits every intake to five; a region may allow fewer of a small group (Zhejiang Art 15). */
function representativesRefusal(command: CaseCommand, region: string, env: DomainEnv): Refusal | null {
  const limit = mostRepresentatives(conditionsFor(env.rulePacks, region, civilDateOf(command.at)), numberOf(command, 'headcount') ?? 1);
  const chosen = partiesOf(command).filter((one) => one.role === 'representative').length;
  if (limit === null || chosen <= limit.value) return null;
  return invalid('parties', 'case.too_many_representatives', {
    zh: `代表人数不得超过${String(limit.value)}人（${limit.basis.zh}）。`,
    en: `At most ${String(limit.value)} representatives (${limit.basis.en}).`,
  });
}

/**
 * REGISTER. The payload is the intake in codes: `channel, class, route, categoryCode, divisionCode, divisionCodes,
 * divisionPath, receivedAt, headcount, urgent, confidential, anonymous, centreUnitId, direct, parties, routing {leadUnitId,
 * assistUnitIds, excluded}`, where they apply `procedure`, `repeated`, `simplifiedGround`, `mediation {kind, application, petitionCaseId,
 * petitionUnitId}`; of an old ledger also `ladderFrom` (an instant, or `never`) and `importedState` (a closed state: nothing is armed).
 * Class and route decide the procedure, or leave a choice. Records that stand by themselves are opened by `openOfficeRecord`, those that
 * belong to one case by `openLinked`, cards and letters beside a case (`record`) by `openRecord`.
 */
export function openCase(command: CaseCommand, env: DomainEnv): Decision {
  const office = oneOf(command, 'procedure', OFFICE_PROCEDURES);
  if (office !== null) return openOfficeRecord(office, command, env);
  // Its number follows from what it is about: there is one, now and ever.
  if (command.cases[command.commandId] !== undefined)
    return {
      ok: false,
      refusal: refused(
        { zh: '同一事项已有此项记录，请在原记录中办理。', en: 'There is such a record already: go on with that one.' },
        { code: 'case.already_linked' },
      ),
    };
  const linked = textOf(command, 'mainCaseId') === null ? null : oneOf(command, 'procedure', LINKED_PROCEDURES);
  if (linked !== null) return openLinked(linked, command, env);
  const beside = askedRecord(command);
  if (beside !== null) return openRecord(command, beside, env);
  const routing = routingOf(command);
  const centreUnitId = textOf(command, 'centreUnitId');
  const receivedAt = textOf(command, 'receivedAt');
  const divisionCode = textOf(command, 'divisionCode');
  const caseClass = oneOf(command, 'class', CASE_CLASSES);
  if (routing === null || centreUnitId === null || receivedAt === null || divisionCode === null || caseClass === null) {
    return { ok: false, refusal: invalid('payload', 'case.incomplete', { zh: '登记信息不完整。', en: 'The intake is incomplete.' }) };
  }
  const received = canonicalInstant(receivedAt);
  if (received > command.at)
    return {
      ok: false,
      refusal: invalid('receivedAt', 'case.received_in_future', {
        zh: '收到时间不能晚于现在。',
        en: 'It can’t have been received in the future.',
      }),
    };

  const tooMany = representativesRefusal(command, divisionCode, env);
  if (tooMany !== null) return { ok: false, refusal: tooMany };

  const route = caseClass === 'CLAIM' ? (oneOf(command, 'route', ROUTES) ?? 'PETITION') : null;
  const matter = {
    places: placesOf(divisionCode, listOf(command, 'divisionCodes')),
    organs: organsOf(partiesOf(command)),
    repeated: flagOf(command, 'repeated'),
  };
  const { procedure } = settleProcedure(caseClass, route, oneOf(command, 'procedure', INTAKE_PROCEDURES) ?? undefined, matter);
  const definition = proceduresOf(env).current(procedure);
  const memo = memoOf(procedure, command);
  const { userId, unitId, role } = command.by;
  const { holderUnitId, direct } = firstHolder(command, procedure, centreUnitId, (id) => routing.excluded.some((one) => one.unitId === id));
  const context: ChartContext = {
    caseId: command.commandId,
    class: caseClass,
    route,
    categoryCode: textOf(command, 'categoryCode') ?? '990000',
    divisionCode,
    divisionCodes: listOf(command, 'divisionCodes'),
    divisionPath: listOf(command, 'divisionPath'),
    receivedAt: received,
    registeredAt: command.at,
    registeredBy: { userId, unitId, role },
    centreUnitId,
    direct,
    confidential: flagOf(command, 'confidential'),
    urgent: flagOf(command, 'urgent'),
    sealed: caseClass === 'ACCUSATION',
    holderUnitId,
    earlierHolders: [],
    // Whoever handles the petition it came out of sees how it goes.
    assisting: memo.mediation?.petition === undefined ? [] : [memo.mediation.petition.unitId],
    leadUnitId: routing.leadUnitId,
    assistPlanned: routing.assistUnitIds,
    excluded: routing.excluded,
    recusedUsers: [],
    parties: partiesOf(command),
    ...(flagOf(command, 'anonymous') ? { anonymous: true as const } : {}),
    hops: [],
    firstUnitId: null,
    handledBy: [],
    memo,
  };
  const ladder = textOf(command, 'ladderFrom');
  const importedState = definition.closed.find((state) => state === textOf(command, 'importedState')) ?? null;
  const registered = transferred('case.registered', {
    categoryCode: context.categoryCode,
    channel: textOf(command, 'channel'),
    class: caseClass,
    divisionCode,
    holder: holderUnitId,
    ...(ladder === null ? {} : { imported: true }),
    lead: routing.leadUnitId,
    procedure,
    receivedAt: received,
    route,
  });
  const before = { procedure, procedureVersion: definition.version, state: definition.initial, context, open: [] };
  const base = { command, env, before, ladderFrom: ladder === 'never' ? null : ladder };
  if (importedState !== null) return settle({ ...base, state: importedState, context, effects: [registered] });

  // Received by the organ that judges it, or about the unit that registered it: it is where it belongs at once (Art 30(3)).
  if (context.sealed && (isExcluded(context, holderUnitId) || holderUnitId === context.leadUnitId)) {
    const transfer = definition.deadlines.includes(RECEIPT_CLOCK) ? transferWithReceipt : transferTo;
    const gone = transfer(context, context.leadUnitId, command.at);
    return settle({ ...base, state: 'transferred', context: { ...context, ...gone.context }, effects: [registered, ...gone.effects] });
  }
  const effects: Effect[] = [registered];
  if (ladder !== 'never') effects.push(...firstClock(procedure, context));
  if (role === 'petitioner') effects.push(notify('case.filed', centreUnitId, ['clerk']));
  // Art 25: whoever answers for the place hears of an urgent matter at once.
  if (context.urgent) effects.push(notify('case.urgent', centreUnitId, ['supervisor', 'leader']));
  return settle({ ...base, state: definition.initial, context, effects });
}
