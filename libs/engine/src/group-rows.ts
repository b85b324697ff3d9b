import type { Instant } from '#libs/domain';
import { BinaryParts } from './binary-parts.ts';
import { createdRow, deadlineRow, movedRow, reshaped, shapedRow } from './case-rows.ts';
import type { CaseWrite, KeyWrite } from './verdict.ts';

type Rows = string | undefined;

/** The arguments of `jiefen.engine_commit`, in its order; `undefined` where a group has no such rows. */
export type CommitArguments = readonly [
  attempt: string,
  count: number,
  locks: Rows,
  rungs: Rows,
  keys: Rows,
  events: Rows,
  created: Rows,
  moved: Rows,
  shaped: Rows,
  deadlines: Rows,
  documents: Rows,
  outbox: Rows,
  wakeups: readonly Instant[],
  vaults: Rows,
  parties: Rows,
  binary: Buffer,
];

/** Rows of all tables for a group; `n` (from 1) tells which command a row belongs to. */
export function groupRows(attempt: string, writes: readonly (CaseWrite | KeyWrite)[], knownWakeups: ReadonlySet<Instant>): CommitArguments {
  const rows = new GroupRows();
  writes.forEach((write, i) => {
    rows.add(i + 1, write, knownWakeups);
  });
  return rows.asArguments(attempt, writes.length);
}

class GroupRows {
  readonly #binary = new BinaryParts();
  readonly #locks: unknown[] = [];
  readonly #rungs: unknown[] = [];
  readonly #keys: unknown[] = [];
  readonly #events: unknown[] = [];
  readonly #created: unknown[] = [];
  readonly #moved: unknown[] = [];
  readonly #shaped: unknown[] = [];
  readonly #deadlines: unknown[] = [];
  readonly #documents: unknown[] = [];
  readonly #outbox: unknown[] = [];
  readonly #wakeups = new Set<Instant>();
  readonly #vaults: unknown[] = [];
  readonly #parties: unknown[] = [];

  add(n: number, write: CaseWrite | KeyWrite, knownWakeups: ReadonlySet<Instant>): void {
    const key = keyRow(n, write);
    if (key !== null) this.#keys.push(key);
    if (write.kind === 'key') return;
    const { pending, accepted, after, recordedAt } = write;
    for (const [id, head] of locksOf(write)) this.#locks.push({ n, id, head });
    if (pending.rung !== undefined) this.#rungs.push({ n, id: pending.rung.deadlineId, version: pending.rung.version });
    this.#events.push(eventRow(n, write, this.#binary));
    if (write.before === null) this.#created.push(createdRow(n, write, this.#binary));
    else {
      this.#moved.push(movedRow(n, write, this.#binary));
      if (reshaped(write.before.snapshot, after.snapshot)) this.#shaped.push(shapedRow(n, write));
    }
    for (const row of accepted.deadlines) this.#deadlines.push(deadlineRow(n, row, write));
    for (const instant of wakeupsOf(write)) if (!knownWakeups.has(instant)) this.#wakeups.add(instant);
    for (const { id, field, cipher, digest } of write.documents) {
      this.#documents.push({
        n,
        id,
        case_id: pending.caseId,
        seq: after.seq,
        field,
        ...this.#binary.put(cipher),
        digest,
        created_at: recordedAt,
      });
    }
    if (accepted.notices.length > 0) {
      const payload = { notices: accepted.notices, at: write.command.at };
      this.#outbox.push({ n, topic: 'notice', case_id: pending.caseId, seq: after.seq, payload, created_at: recordedAt });
    }
    if (write.identity !== null) {
      this.#vaults.push({ n, case_id: pending.caseId, wrapped: write.identity.wrapped.toString('base64') });
      for (const party of write.identity.parties) this.#parties.push({ n, ...party });
    }
  }

  asArguments(attempt: string, count: number): CommitArguments {
    return [
      attempt,
      count,
      json(this.#locks),
      json(this.#rungs),
      json(this.#keys),
      json(this.#events),
      json(this.#created),
      json(this.#moved),
      json(this.#shaped),
      json(this.#deadlines),
      json(this.#documents),
      json(this.#outbox),
      [...this.#wakeups].sort(),
      json(this.#vaults),
      json(this.#parties),
      this.#binary.whole(),
    ];
  }
}

/** Distinct instants at which something of this command falls due, whole seconds in the future. */
export function wakeupsOf(write: CaseWrite): readonly Instant[] {
  const instants: Instant[] = [];
  for (const { nextAt } of write.accepted.deadlines) {
    if (nextAt === null) continue;
    // A rung that is due already: the next whole second, so that a wake-up comes which hasn't been queued before.
    instants.push(
      nextAt > write.command.at ? nextAt : new Date(Math.floor(Date.parse(write.command.at) / 1000) * 1000 + 1000).toISOString(),
    );
  }
  return instants;
}

/** The cases that must not have moved since they were read: its own, and those that the decision looked at. */
function locksOf({ pending, before, refs }: CaseWrite): CaseWrite['refs'] {
  return before === null ? refs : [[pending.caseId, before.headHash], ...refs];
}

function eventRow(n: number, { pending, command, type, event, recordedAt, before, after }: CaseWrite, binary: BinaryParts): unknown {
  return {
    n,
    case_id: pending.caseId,
    seq: after.seq,
    type,
    at: command.at,
    recorded_at: recordedAt,
    command_id: pending.commandId,
    ...binary.put(event.body),
    hash: event.hash,
    prev_hash: before?.headHash,
  };
}

function keyRow(n: number, write: CaseWrite | KeyWrite): unknown {
  const { pending, answer, recordedAt } = write;
  if (pending.idempotency === undefined || answer === null) return null;
  const { scope, key, bodyHash } = pending.idempotency;
  const caseId = write.kind === 'write' || !pending.registers ? pending.caseId : null;
  return {
    n,
    scope,
    key,
    body_hash: bodyHash,
    command_id: pending.commandId,
    case_id: caseId,
    status: answer.status,
    answer: answer.body,
    at: recordedAt,
  };
}

function json(rows: readonly unknown[]): Rows {
  return rows.length === 0 ? undefined : JSON.stringify(rows);
}
