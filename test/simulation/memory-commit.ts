import pg from 'pg';
import type { Instant } from '#libs/domain';
import { createdRow, deadlineRow, movedRow, reshaped, shapedRow } from '../../libs/engine/src/case-rows.ts';
import type { DecidedAt } from '../../libs/engine/src/clock-estimate.ts';
import { wakeupsOf } from '../../libs/engine/src/group-rows.ts';
import type { CaseWrite, KeyWrite } from '../../libs/engine/src/verdict.ts';
import type { CaseRecord, DeadlineRecord, MemoryTables } from './memory-tables.ts';
import { keyPlace } from './memory-tables.ts';
import type { PlantedBug } from './planted-bugs.ts';

/** The database's clocks at the moment of the commit. */
export interface DatabaseTime {
  readonly manual: Instant | null;
  readonly realNow: Instant;
}

export interface GroupToCommit {
  readonly writes: readonly (CaseWrite | KeyWrite)[];
  readonly decidedAt: DecidedAt;
  readonly knownWakeups: ReadonlySet<Instant>;
}

/** What a group would become: nothing is changed until `apply` is called. */
export interface Prepared {
  readonly ok: readonly boolean[];
  apply(): void;
}

type Write = CaseWrite | KeyWrite;

/**
 * `jiefen.engine_commit` in memory, step by step as the function has them; a test holds the two equal.
 * @throws pg.DatabaseError where a constraint of the tables would refuse the whole group
 */
export function prepareCommit(tables: MemoryTables, group: GroupToCommit, time: DatabaseTime, bug: PlantedBug | null): Prepared {
  return new GroupCommit(tables, group, time, bug).prepare();
}

/** An error as PostgreSQL's driver gives it. */
export function databaseError(code: string, message: string): pg.DatabaseError {
  const error = new pg.DatabaseError(message, message.length, 'error');
  error.code = code;
  return error;
}

class GroupCommit {
  readonly #ok: boolean[];
  readonly #changes: (() => void)[] = [];

  constructor(
    private readonly tables: MemoryTables,
    private readonly group: GroupToCommit,
    private readonly time: DatabaseTime,
    private readonly bug: PlantedBug | null,
  ) {
    this.#ok = group.writes.map(() => true);
  }

  prepare(): Prepared {
    const { decidedAt, writes } = this.group;
    const { manual, realNow } = this.time;
    if (this.bug !== 'worker-clock-decides' && (manual !== decidedAt.manual || decidedAt.legalNow > (manual ?? realNow)))
      return { ok: writes.map(() => false), apply: () => undefined };
    const taken = this.#takeKeys();
    this.#compare();
    for (const [i, write] of writes.entries()) {
      if (this.#ok[i] === true || (this.bug === 'key-left-behind' && taken[i] === true)) this.#writeKey(write);
      if (this.#ok[i] === true && write.kind === 'write') this.#write(write);
    }
    // As the function has it: also of commands that lost. A wake-up too many is only a look.
    for (const write of writes) if (write.kind === 'write') this.#wake(write);
    return {
      ok: this.#ok,
      apply: () => {
        for (const change of this.#changes) change();
      },
    };
  }

  /** @returns which keys are this group's, whatever becomes of their commands */
  #takeKeys(): readonly boolean[] {
    const mine = new Set<string>();
    return this.group.writes.map(({ pending, answer }, i) => {
      if (pending.idempotency === undefined || answer === null) return false;
      const place = keyPlace(pending.idempotency.scope, pending.idempotency.key);
      const free = !mine.has(place) && !this.tables.commandKeys.has(place);
      if (free) mine.add(place);
      else if (this.bug !== 'key-not-checked') this.#ok[i] = false;
      return free;
    });
  }

  /** Heads of the cases that the decisions rest on; rungs against the clock. */
  #compare(): void {
    if (this.bug === 'head-not-compared') return;
    const { cases, deadlines } = this.tables;
    const legalNow = this.time.manual ?? this.time.realNow;
    for (const [i, write] of this.group.writes.entries()) {
      if (write.kind === 'key') continue;
      const { pending, before, refs } = write;
      const own = before === null || cases.get(pending.caseId)?.head_hash === before.headHash;
      const others = refs.every(([id, head]) => (cases.get(id)?.head_hash ?? head) === head);
      if (!own || !others) this.#ok[i] = false;
      if (pending.rung === undefined) continue;
      const row = deadlines.get(pending.rung.deadlineId);
      const due = typeof row?.next_at === 'string' && (this.bug === 'worker-clock-decides' || row.next_at <= legalNow);
      if (row?.version !== pending.rung.version || !due) this.#ok[i] = false;
    }
  }

  #writeKey({ kind, pending, answer, recordedAt }: Write): void {
    if (pending.idempotency === undefined || answer === null) return;
    const { scope, key, bodyHash } = pending.idempotency;
    this.#changes.push(() =>
      this.tables.commandKeys.set(keyPlace(scope, key), {
        scope,
        key,
        body_hash: bodyHash,
        command_id: pending.commandId,
        case_id: kind === 'write' || !pending.registers ? pending.caseId : null,
        status: answer.status,
        answer: JSON.stringify(answer.body),
        at: recordedAt,
      }),
    );
  }

  #write(write: CaseWrite): void {
    this.#append(write);
    this.#place(write);
    for (const row of write.accepted.deadlines) {
      const { n: _, seq, ...columns } = deadlineRow(0, row, write);
      const running = row.state === 'armed' || row.state === 'paused';
      this.#turn({ ...columns, armed_seq: seq ?? 0, ended_seq: running ? null : (seq ?? 0) }, row.version);
    }
    this.#tell(write);
  }

  #append({ pending, command, type, event, recordedAt, before, after }: CaseWrite): void {
    const { events } = this.tables;
    const log = events.get(pending.caseId) ?? [];
    if (this.bug !== 'head-not-compared' && log.some(({ seq }) => seq === after.seq))
      throw databaseError('23505', 'duplicate key value violates unique constraint "events_pkey"');
    const row = {
      case_id: pending.caseId,
      seq: after.seq,
      type,
      at: command.at,
      recorded_at: recordedAt,
      command_id: pending.commandId,
      body: event.body,
      hash: event.hash,
      prev_hash: before?.headHash ?? null,
    };
    this.#changes.push(() => {
      log.push(row);
      events.set(pending.caseId, log);
    });
  }

  #place(write: CaseWrite): void {
    const { cases, caseNos } = this.tables;
    const { before, after, pending } = write;
    if (before === null) {
      const { n: _, ...row } = createdRow(0, write);
      if (cases.has(pending.caseId) || caseNos.has(after.caseNo))
        throw databaseError('23505', 'duplicate key value violates unique constraint "cases_pkey"');
      this.#changes.push(() => {
        cases.set(pending.caseId, row);
        caseNos.add(after.caseNo);
      });
      return;
    }
    const { n: _, head: __, ...moved } = movedRow(0, write, before.headHash);
    const shaped = reshaped(before.snapshot, after.snapshot) ? this.#shape(write) : {};
    this.#changes.push(() => {
      const row = cases.get(pending.caseId);
      if (row !== undefined) cases.set(pending.caseId, { ...row, ...moved, ...shaped });
    });
  }

  #shape(write: CaseWrite): Partial<CaseRecord> {
    const { n: _, title, ...shaped } = shapedRow(0, write);
    return { ...shaped, ...(title === null ? {} : { title }) };
  }

  #turn(row: DeadlineRecord, version: number): void {
    const { deadlines } = this.tables;
    const stands = deadlines.get(row.id ?? '');
    if (version === 1 && stands !== undefined)
      throw databaseError('23505', 'duplicate key value violates unique constraint "deadlines_pkey"');
    if (version > 1 && this.bug !== 'head-not-compared' && stands?.version !== version - 1)
      throw databaseError('23000', 'a deadline is not the one that was decided on');
    this.#changes.push(() => {
      const merged = stands === undefined ? row : { ...row, armed_seq: stands.armed_seq, ended_seq: stands.ended_seq ?? row.ended_seq };
      deadlines.set(row.id ?? '', merged);
    });
  }

  #tell(write: CaseWrite): void {
    const { pending, after, recordedAt, accepted, identity, documents } = write;
    const { tables } = this;
    if (documents.some(({ id }) => tables.documents.has(id)))
      throw databaseError('23505', 'duplicate key value violates unique constraint "documents_pkey"');
    this.#changes.push(() => {
      for (const { id, field, cipher, digest } of documents)
        tables.documents.set(id, { id, case_id: pending.caseId, seq: after.seq, field, cipher, digest, created_at: recordedAt });
      if (identity !== null) {
        tables.caseKeys.set(pending.caseId, identity.wrapped);
        for (const { id } of identity.parties) tables.parties.set(id, pending.caseId);
      }
      if (accepted.notices.length > 0) this.#told(write, 'notice', { notices: accepted.notices, at: write.command.at }, false);
      // Records are opened, and commands sent on, by a process that no world has: for the worlds it is done when it is written.
      const { opens = [], sends = [] } = accepted;
      if (opens.length + sends.length > 0) this.#told(write, 'record', { opens, sends }, true);
    });
  }

  #told({ pending, after, recordedAt }: CaseWrite, topic: 'notice' | 'record', payload: unknown, done: boolean): void {
    const { tables } = this;
    tables.outboxSerial += 1;
    tables.outbox.push({
      id: tables.outboxSerial,
      topic,
      case_id: pending.caseId,
      seq: after.seq,
      payload: JSON.stringify(payload),
      created_at: recordedAt,
      attempt: 0,
      tries: 0,
      error: null,
      leaseUntil: null,
      done,
      buried: false,
    });
  }

  #wake(write: CaseWrite): void {
    for (const at of wakeupsOf(write)) {
      if (this.group.knownWakeups.has(at)) continue;
      this.#changes.push(() => {
        if (!this.tables.wakeups.has(at)) this.tables.wakeups.set(at, { queued: false });
      });
    }
  }
}
