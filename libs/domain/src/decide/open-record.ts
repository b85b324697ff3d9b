import { canonicalInstant } from '../calendar/civil-date.ts';
import type { CaseCommand } from '../case/command.ts';
import type { Decision } from '../case/decision.ts';
import type { DomainEnv } from '../case/env.ts';
import type { CaseMemo, ChartContext } from '../case/memo.ts';
import { flagOf, listOf, oneOf, textOf } from '../case/payload.ts';
import { invalid, refused } from '../case/refusal.ts';
import { routingOf } from '../case/routed.ts';
import type { RecordProcedureId } from '../case/vocabulary.ts';
import { CASE_CLASSES, RECORD_PROCEDURES, ROUTES } from '../case/vocabulary.ts';
import type { Effect } from '../chart/effect.ts';
import { proceduresOf } from '../definitions/procedures.ts';
import { newRectification } from '../rectification/opening.ts';
import { askRectification } from '../rectification/rectification.deeds.ts';
import { openLetter } from '../suggestion-letter/letter.deeds.ts';
import { newLetter } from '../suggestion-letter/opening.ts';
import { openCard } from '../supervision-card/card.deeds.ts';
import { newCard } from '../supervision-card/opening.ts';
import { settle } from './outcome.ts';

type Asked = Readonly<Record<string, unknown>>;

/** How a record begins: what it remembers, and what it does first. */
interface Beginning {
  readonly memo: (asked: Asked) => CaseMemo;
  readonly begin: (context: ChartContext, triggerAt: string) => readonly Effect[];
}

const BEGINNINGS: Readonly<Record<RecordProcedureId, Beginning>> = {
  supervision: { memo: (asked) => ({ card: newCard(asked) }), begin: openCard },
  rectification: { memo: (asked) => ({ rectification: newRectification(asked) }), begin: askRectification },
  'suggestion-letter': { memo: (asked) => ({ suggestionLetter: newLetter(asked) }), begin: openLetter },
};

/** What a registration says of the record that it opens; null for the registration of a matter. */
export function askedRecord(command: CaseCommand): Asked | null {
  const record = command.payload['record'];
  return typeof record === 'object' && record !== null ? (record as Asked) : null;
}

/**
 * REGISTER of a record beside a case: nobody has received it from anybody, so that it is neither classified nor routed. `record`: `{procedure,
 * mainCaseId, …}`; the rest as `recordPayload` writes it. Its clocks count from `receivedAt`, however late it is written down.
 */
export function openRecord(command: CaseCommand, asked: Asked, env: DomainEnv): Decision {
  const procedure = RECORD_PROCEDURES.find((one) => one === asked['procedure']);
  const routing = routingOf(command);
  const [centreUnitId, receivedAt, divisionCode] = ['centreUnitId', 'receivedAt', 'divisionCode'].map((field) => textOf(command, field));
  const { mainCaseId } = asked;
  if (procedure === undefined || routing === null || !centreUnitId || !receivedAt || !divisionCode || typeof mainCaseId !== 'string')
    return { ok: false, refusal: invalid('payload', 'case.incomplete', { zh: '登记信息不完整。', en: 'The registration is incomplete.' }) };
  if (command.cases[mainCaseId]?.snapshot.context.sealed === true)
    return {
      ok: false,
      refusal: refused(
        { zh: '密封案件不另立记录。', en: 'Nothing is opened beside a sealed case.' },
        { code: 'case.sealed_alone', basis: '《信访工作条例》第30条第3款' },
      ),
    };
  const { memo, begin } = BEGINNINGS[procedure];
  const definition = proceduresOf(env).current(procedure);
  const { userId, unitId, role } = command.by;
  const received = canonicalInstant(receivedAt);
  const context: ChartContext = {
    caseId: command.commandId,
    class: oneOf(command, 'class', CASE_CLASSES) ?? 'CLAIM',
    route: oneOf(command, 'route', ROUTES),
    categoryCode: textOf(command, 'categoryCode') ?? '990000',
    divisionCode,
    divisionCodes: listOf(command, 'divisionCodes'),
    divisionPath: listOf(command, 'divisionPath'),
    receivedAt: received,
    registeredAt: command.at,
    registeredBy: { userId, unitId, role },
    centreUnitId,
    direct: false,
    confidential: flagOf(command, 'confidential'),
    urgent: false,
    sealed: false,
    holderUnitId: routing.leadUnitId,
    earlierHolders: [],
    assisting: routing.assistUnitIds,
    leadUnitId: routing.leadUnitId,
    assistPlanned: [],
    excluded: routing.excluded,
    recusedUsers: [],
    parties: [],
    anonymous: true,
    hops: [],
    firstUnitId: null,
    handledBy: [],
    mainCaseId,
    memo: memo(asked),
  };
  const before = { procedure, procedureVersion: definition.version, state: definition.initial, context, open: [] };
  return settle({ command, env, before, state: definition.initial, context, effects: begin(context, received) });
}
