import type { Instant } from '#libs/domain';
import type { RowOf } from './binary-rows.ts';
import { BinaryRows } from './binary-rows.ts';
import { createdRow, deadlineRow, movedRow, reshaped, shapedRow } from './case-rows.ts';
import type { DecidedAt } from './clock-estimate.ts';
import { CASE, DEADLINE, DOCUMENT, EVENT, KEY, LOCK, MOVE, OUTBOX, PARTY, RUNG, SHAPE, TURNED_DEADLINE, VAULT } from './row-types.ts';
import type { CaseWrite, KeyWrite } from './verdict.ts';

/** Outbox rows of records to be opened beside their case. */
const RECORD_TOPIC = 'record';

type Rows = Buffer | undefined;

/** The arguments of `jiefen.engine_commit`, in its order; `undefined` where a group has no such rows. */
export type CommitArguments = readonly [
  attempt: string,
  count: number,
  manual: Instant | null,
  at: Instant,
  keys: Rows,
  locks: Rows,
  rungs: Rows,
  moved: Rows,
  events: Rows,
  created: Rows,
  shaped: Rows,
  armed: Rows,
  turned: Rows,
  documents: Rows,
  outbox: Rows,
  vaults: Rows,
  parties: Rows,
  wakeups: readonly Instant[],
];

/** Rows of all tables for a group; `n` (from 1) tells which command a row belongs to. */
export function groupRows(
  attempt: string,
  decidedAt: DecidedAt,
  writes: readonly (CaseWrite | KeyWrite)[],
  knownWakeups: ReadonlySet<Instant>,
): CommitArguments {
  const rows = new GroupRows(writes);
  for (const { n, write } of numbered(writes)) rows.add(n, write, knownWakeups);
  return rows.asArguments(attempt, decidedAt);
}

/** In the order in which cases are locked: overlapping groups of several processes never wait in a circle. */
function numbered(writes: readonly (CaseWrite | KeyWrite)[]): readonly { readonly n: number; readonly write: CaseWrite | KeyWrite }[] {
  return writes
    .map((write, i) => ({ n: i + 1, write }))
    .sort((a, b) => (a.write.pending.caseId < b.write.pending.caseId ? -1 : a.write.pending.caseId > b.write.pending.caseId ? 1 : 0));
}

class GroupRows {
  readonly #keys = new BinaryRows(KEY);
  readonly #locks = new BinaryRows(LOCK);
  readonly #rungs = new BinaryRows(RUNG);
  readonly #moved = new BinaryRows(MOVE);
  readonly #events = new BinaryRows(EVENT);
  readonly #created = new BinaryRows(CASE);
  readonly #shaped = new BinaryRows(SHAPE);
  readonly #armed = new BinaryRows(DEADLINE);
  readonly #turned = new BinaryRows(TURNED_DEADLINE);
  readonly #documents = new BinaryRows(DOCUMENT);
  readonly #outbox = new BinaryRows(OUTBOX);
  readonly #vaults = new BinaryRows(VAULT);
  readonly #parties = new BinaryRows(PARTY);
  readonly #wakeups = new Set<Instant>();
  /** The update alone checks and locks a group's own cases; other cases and rungs are looked at first. */
  readonly #locksFirst: boolean;

  constructor(private readonly writes: readonly (CaseWrite | KeyWrite)[]) {
    this.#locksFirst = writes.some((write) => write.kind === 'write' && (write.refs.length > 0 || write.pending.rung !== undefined));
    for (const row of keyRows(writes)) this.#keys.add(row);
  }

  add(n: number, write: CaseWrite | KeyWrite, knownWakeups: ReadonlySet<Instant>): void {
    if (write.kind === 'key') return;
    const { pending, accepted, after, before, recordedAt } = write;
    if (this.#locksFirst) for (const [id, head] of locksOf(write)) this.#locks.add({ n, id, head });
    if (pending.rung !== undefined) this.#rungs.add({ n, id: pending.rung.deadlineId, version: pending.rung.version });
    this.#events.add(eventRow(n, write));
    if (before === null) this.#created.add(createdRow(n, write));
    else {
      this.#moved.add(movedRow(n, write, before.headHash));
      if (reshaped(before.snapshot, after.snapshot)) this.#shaped.add(shapedRow(n, write));
    }
    for (const row of accepted.deadlines) (row.version === 1 ? this.#armed : this.#turned).add(deadlineRow(n, row, write));
    for (const instant of wakeupsOf(write)) if (!knownWakeups.has(instant)) this.#wakeups.add(instant);
    for (const { id, field, cipher, digest } of write.documents)
      this.#documents.add({ n, id, case_id: pending.caseId, seq: after.seq, field, cipher, digest, created_at: recordedAt });
    if (accepted.notices.length > 0) {
      const payload = JSON.stringify({ notices: accepted.notices, at: write.command.at });
      this.#outbox.add({ n, topic: 'notice', case_id: pending.caseId, seq: after.seq, payload, created_at: recordedAt });
    }
    const { opens = [], sends = [] } = accepted;
    if (opens.length + sends.length > 0) {
      const payload = JSON.stringify({ opens, sends });
      this.#outbox.add({ n, topic: RECORD_TOPIC, case_id: pending.caseId, seq: after.seq, payload, created_at: recordedAt });
    }
    if (write.identity !== null) {
      this.#vaults.add({ n, case_id: pending.caseId, wrapped: write.identity.wrapped });
      for (const party of write.identity.parties) this.#parties.add({ n, ...party });
    }
  }

  asArguments(attempt: string, { manual, legalNow }: DecidedAt): CommitArguments {
    return [
      attempt,
      this.writes.length,
      manual,
      legalNow,
      this.#keys.whole(),
      this.#locks.whole(),
      this.#rungs.whole(),
      this.#moved.whole(),
      this.#events.whole(),
      this.#created.whole(),
      this.#shaped.whole(),
      this.#armed.whole(),
      this.#turned.whole(),
      this.#documents.whole(),
      this.#outbox.whole(),
      this.#vaults.whole(),
      this.#parties.whole(),
      [...this.#wakeups].sort(),
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

function eventRow(n: number, { pending, command, type, event, recordedAt, before, after }: CaseWrite): RowOf<typeof EVENT> {
  return {
    n,
    case_id: pending.caseId,
    seq: after.seq,
    type,
    at: command.at,
    recorded_at: recordedAt,
    command_id: pending.commandId,
    body: event.body,
    hash: event.hash,
    prev_hash: before?.headHash,
  };
}

/** In the order in which keys are inserted. */
function keyRows(writes: readonly (CaseWrite | KeyWrite)[]): readonly RowOf<typeof KEY>[] {
  const rows: (RowOf<typeof KEY> & { readonly order: string })[] = [];
  writes.forEach((write, i) => {
    const { pending, answer, recordedAt } = write;
    if (pending.idempotency === undefined || answer === null) return;
    const { scope, key, bodyHash } = pending.idempotency;
    rows.push({
      n: i + 1,
      scope,
      key,
      body_hash: bodyHash,
      command_id: pending.commandId,
      case_id: write.kind === 'write' || !pending.registers ? pending.caseId : null,
      status: answer.status,
      answer: JSON.stringify(answer.body),
      at: recordedAt,
      order: `${scope}\u0000${key}`,
    });
  });
  return rows.sort((a, b) => (a.order < b.order ? -1 : a.order > b.order ? 1 : 0));
}
