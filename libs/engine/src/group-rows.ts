import type { Deadline, Instant } from '#libs/domain';
import type { Decisions } from './decisions.ts';
import type { CaseWrite, KeyWrite } from './verdict.ts';

/** The arguments of `jiefen.engine_commit`, in its order; `undefined` where a group has no such rows. */
export type CommitArguments = readonly [
  attempt: string, count: number, commands: string | undefined, keys: string | undefined, created: string | undefined, moved: string | undefined,
  deadlines: string | undefined, documents: string | undefined, outbox: string | undefined, wakeups: readonly Instant[], vaults: string | undefined, parties: string | undefined,
];

/** Rows of all tables for a group; `n` (from 1) tells which command a row belongs to. */
export function groupRows(attempt: string, writes: readonly (CaseWrite | KeyWrite)[], decisions: Decisions, knownWakeups: ReadonlySet<Instant>): CommitArguments {
  const commands: unknown[] = [];
  const keys: unknown[] = [];
  const created: unknown[] = [];
  const moved: unknown[] = [];
  const deadlines: unknown[] = [];
  const documents: unknown[] = [];
  const outbox: unknown[] = [];
  const vaults: unknown[] = [];
  const parties: unknown[] = [];
  const wakeups = new Set<Instant>();
  writes.forEach((write, i) => {
    const n = i + 1;
    const key = keyRow(n, write);
    if (key !== null) keys.push(key);
    if (write.kind === 'key') return;
    commands.push(commandRow(n, write));
    (write.before === null ? created : moved).push(caseRow(n, write, decisions));
    for (const row of write.accepted.deadlines) deadlines.push(deadlineRow(n, row, write));
    for (const instant of wakeupsOf(write)) if (!knownWakeups.has(instant)) wakeups.add(instant);
    for (const { id, field, cipher, digest } of write.documents) {
      documents.push({ n, id, case_id: write.pending.caseId, seq: write.after.seq, field, cipher: cipher.toString('base64'), digest, created_at: write.recordedAt });
    }
    if (write.accepted.notices.length > 0) {
      const payload = { notices: write.accepted.notices, at: write.command.at };
      outbox.push({ n, topic: 'notice', case_id: write.pending.caseId, seq: write.after.seq, payload, created_at: write.recordedAt });
    }
    if (write.identity !== null) {
      vaults.push({ n, case_id: write.pending.caseId, wrapped: write.identity.wrapped.toString('base64') });
      for (const party of write.identity.parties) parties.push({ n, ...party });
    }
  });
  return [
    attempt, writes.length, json(commands), json(keys), json(created), json(moved), json(deadlines), json(documents), json(outbox), [...wakeups].sort(), json(vaults), json(parties),
  ];
}

/** Distinct instants at which something of this command falls due, whole seconds in the future. */
export function wakeupsOf(write: CaseWrite): readonly Instant[] {
  const instants: Instant[] = [];
  for (const { nextAt } of write.accepted.deadlines) {
    if (nextAt === null) continue;
    // A rung that is due already: the next whole second, so that a wake-up comes which hasn't been queued before.
    instants.push(nextAt > write.command.at ? nextAt : new Date(Math.floor(Date.parse(write.command.at) / 1000) * 1000 + 1000).toISOString());
  }
  return instants;
}

function commandRow(n: number, { pending, command, type, event, recordedAt, before, after, refs }: CaseWrite): unknown {
  return {
    n,
    seq: after.seq,
    case_id: pending.caseId,
    type,
    at: command.at,
    recorded_at: recordedAt,
    command_id: pending.commandId,
    body: event.body,
    hash: event.hash,
    prev_hash: before?.headHash,
    rung_id: pending.rung?.deadlineId,
    rung_version: pending.rung?.version,
    refs: refs.length === 0 ? undefined : refs,
  };
}

function keyRow(n: number, write: CaseWrite | KeyWrite): unknown {
  const { pending, answer, recordedAt } = write;
  if (pending.idempotency === undefined || answer === null) return null;
  const { scope, key, bodyHash } = pending.idempotency;
  const caseId = write.kind === 'write' || !pending.registers ? pending.caseId : null;
  return { n, scope, key, body_hash: bodyHash, command_id: pending.commandId, case_id: caseId, status: answer.status, answer: answer.body, at: recordedAt };
}

function caseRow(n: number, write: CaseWrite, decisions: Decisions): unknown {
  const { after, command, pending } = write;
  const { snapshot } = after;
  const { context } = snapshot;
  const projected = decisions.projectCase(snapshot);
  const moving = {
    n,
    id: pending.caseId,
    procedure: snapshot.procedure,
    procedure_version: snapshot.procedureVersion,
    state: snapshot.state,
    version: after.version,
    seq: after.seq,
    head_hash: after.headHash,
    last_at: after.lastAt,
    context,
    open_deadlines: snapshot.open,
    class: projected.class,
    route: projected.route,
    sealed: projected.sealed,
    title: write.title,
    category_code: projected.categoryCode,
    division_code: projected.divisionCode,
    county_code: projected.countyCode,
    city_code: projected.cityCode,
    province_code: projected.provinceCode,
    holder_unit_id: projected.holderUnitId,
    lead_unit_id: projected.leadUnitId,
    viewer_unit_ids: projected.viewerUnitIds,
    keeper_user_id: projected.keeperUserId,
    urgent: context.urgent,
    confidential: context.confidential,
    closed_at: after.closedAt,
    next_due_at: projected.nextDueAt,
    overdue: projected.overdue,
  };
  if (write.before !== null) return moving;
  return {
    ...moving,
    case_no: after.caseNo,
    query_hash: write.identity?.queryHash.toString('hex'),
    channel: command.payload['channel'],
    headcount: command.payload['headcount'] ?? 1,
    received_at: context.receivedAt,
    registered_at: context.registeredAt,
    recorded_at: write.recordedAt,
  };
}

function deadlineRow(n: number, row: Deadline, write: CaseWrite): unknown {
  return {
    n,
    id: row.id,
    case_id: write.pending.caseId,
    rule: row.rule,
    state: row.state,
    trigger_at: row.triggerAt,
    rule_pack: row.rulePack,
    calendar_version: row.calendarVersion,
    extension_days: row.extensionDays,
    pauses: row.pauses,
    fixed_date: row.fixedDate,
    due_date: row.dueDate,
    due_at: row.dueAt,
    digest: row.digest,
    owner_role: row.owner.role,
    owner_unit_id: row.owner.unitId,
    version: row.version,
    next_step: row.nextStep,
    next_at: row.nextAt,
    ladder_from: row.ladderFrom,
    fired_at: row.firedAt,
    done_at: row.doneAt,
    seq: write.after.seq,
    changed_at: write.recordedAt,
  };
}

function json(rows: readonly unknown[]): string | undefined {
  return rows.length === 0 ? undefined : JSON.stringify(rows);
}
