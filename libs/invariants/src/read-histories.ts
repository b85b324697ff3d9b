import type { ClientBase } from 'pg';
import type { Deadline } from '#libs/domain';
import type { CaseHistory, StoredCase, StoredDocumentRow, StoredEventRow } from './case-history.ts';

const PAGE = 200;
const iso = (column: string): string => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

const CASES = `select id, procedure, procedure_version as "procedureVersion", state, version, seq, head_hash as "headHash", ${iso('last_at')} as "lastAt",
    ${iso('closed_at')} as "closedAt", context::json as context, open_deadlines::json as open, json_build_object('class', class, 'route', route, 'sealed', sealed,
    'categoryCode', category_code, 'divisionCode', division_code, 'countyCode', county_code, 'cityCode', city_code, 'provinceCode', province_code,
    'holderUnitId', holder_unit_id, 'leadUnitId', lead_unit_id, 'viewerUnitIds', viewer_unit_ids, 'keeperUserId', keeper_user_id,
    'nextDueAt', ${iso('next_due_at')}, 'overdue', overdue) as projection
  from jiefen.cases where id > $1 order by id limit ${String(PAGE)}`;

const EVENTS = `select case_id as "caseId", seq, type, ${iso('at')} as at, ${iso('recorded_at')} as "recordedAt", command_id as "commandId", body, hash, prev_hash as "prevHash"
  from jiefen.events where case_id = any($1) order by case_id, seq`;

const DEADLINES = `select case_id as "caseId", id, rule, state, ${iso('trigger_at')} as "triggerAt", rule_pack as "rulePack", calendar_version as "calendarVersion",
    extension_days as "extensionDays", pauses, fixed_date::text as "fixedDate", due_date::text as "dueDate", ${iso('due_at')} as "dueAt", digest,
    json_build_object('role', owner_role, 'unitId', owner_unit_id) as owner, version, next_step as "nextStep", ${iso('next_at')} as "nextAt",
    ${iso('ladder_from')} as "ladderFrom", ${iso('fired_at')} as "firedAt", ${iso('done_at')} as "doneAt", ended_seq as "endedSeq"
  from jiefen.deadlines where case_id = any($1) order by id`;

/** `intact`: the ciphertext is the one that was digested (SHA-256, base64url); older rows have a digest that only their key could check. */
const DOCUMENTS = `select case_id as "caseId", id, seq, field, digest,
  length(digest) <> 43 or digest = rtrim(translate(encode(sha256(cipher), 'base64'), '+/', '-_'), '=') as intact
  from jiefen.documents where case_id = any($1)`;
const PARTIES = 'select case_id as "caseId", id from identity.masked($1)';
const TOLD = `select case_id as "caseId", seq from jiefen.outbox where case_id = any($1) union select case_id, seq from jiefen.notices where case_id = any($1)`;

interface OfCase {
  readonly caseId: string;
}

/** Every case with all that belongs to it, a page of cases at a time, in order of id. */
export async function* readHistories(reader: ClientBase): AsyncGenerator<CaseHistory> {
  let last = '00000000-0000-0000-0000-000000000000';
  for (;;) {
    const cases = (await reader.query<StoredCase>(CASES, [last])).rows;
    if (cases.length === 0) return;
    last = cases.at(-1)?.id ?? last;
    const ids = cases.map(({ id }) => id);
    const events = await byCase<StoredEventRow & OfCase>(reader, EVENTS, ids);
    const deadlines = await byCase<Deadline & OfCase & { endedSeq: number | null }>(reader, DEADLINES, ids);
    const documents = await byCase<StoredDocumentRow & OfCase>(reader, DOCUMENTS, ids);
    const parties = await byCase<OfCase & { id: string }>(reader, PARTIES, ids);
    const told = await byCase<OfCase & { seq: number }>(reader, TOLD, ids);
    for (const row of cases) {
      yield {
        row,
        events: events.get(row.id) ?? [],
        deadlines: (deadlines.get(row.id) ?? []).map(({ caseId: _, ...deadline }) => deadline),
        documents: documents.get(row.id) ?? [],
        partyIds: (parties.get(row.id) ?? []).map(({ id }) => id),
        toldSeqs: new Set((told.get(row.id) ?? []).map(({ seq }) => seq)),
      };
    }
  }
}

async function byCase<T extends OfCase>(
  reader: ClientBase,
  sql: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, readonly T[]>> {
  const groups = new Map<string, T[]>();
  for (const row of (await reader.query<T>(sql, [ids])).rows) {
    const group = groups.get(row.caseId);
    if (group === undefined) groups.set(row.caseId, [row]);
    else group.push(row);
  }
  return groups;
}
