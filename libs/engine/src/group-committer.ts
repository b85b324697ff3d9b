import { randomInt } from 'node:crypto';
import type { Pool, PoolClient } from 'pg';
import type { DomainEnv, Instant } from '#libs/domain';
import { reachFaultPoint } from '#libs/fault-points';
import type { IdentityService } from '#libs/identity';
import type { CaseNumbers } from './case-numbers.ts';
import type { DecidedAt, ToldTime } from './clock-estimate.ts';
import { isServerRefusal, isTransient } from './database-errors.ts';
import type { Decisions } from './decisions.ts';
import type { EngineCounters } from './engine-counters.ts';
import { EngineOverloaded, EngineUnavailable } from './errors.ts';
import { groupRows, wakeupsOf } from './group-rows.ts';
import type { JudgeParts } from './judge.ts';
import { judge } from './judge.ts';
import type { GroupReader, LoadedGroup } from './loaded-group.ts';
import type { Outcome } from './requests.ts';
import type { Pending } from './pending.ts';
import type { CaseWrite, KeyWrite, Verdict } from './verdict.ts';

const ATTEMPTS = 6;
/** Commands that lost so often are served in turn: another process may keep writing the same case. */
const RACES = 3;
/** How long a broken connection is tried to be replaced before callers are told that the outcome isn't known. */
const RECONNECT_WITHIN_MS = 4_000;
const WAKEUPS_IN_MEMORY = 20_000;
const COMMIT = {
  name: 'engine-commit',
  text: 'select * from jiefen.engine_commit($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)',
};

interface Decided {
  readonly writes: readonly (CaseWrite | KeyWrite)[];
  /** Decided on what may be out of date: again, on what stands. */
  readonly unsure: readonly Pending[];
}

export interface CommitterParts {
  readonly pool: Pool;
  readonly reader: GroupReader;
  readonly decisions: Decisions;
  readonly identity: IdentityService;
  readonly numbers: CaseNumbers;
  readonly env: () => DomainEnv;
  readonly counters: EngineCounters;
  /** Called once for every command, after its outcome is certain. */
  readonly release: (pending: Pending) => void;
}

/** Takes a group through load, decide, write and commit, until every command of it has its outcome. */
export class GroupCommitter {
  readonly #wakeups = new Set<Instant>();

  constructor(private readonly parts: CommitterParts) {}

  /** Never rejects: every outcome and every error goes to the command it belongs to. */
  async run(group: readonly Pending[]): Promise<void> {
    let todo = group;
    for (let attempt = 1; todo.length > 0; attempt++) {
      if (attempt > ATTEMPTS) {
        for (const pending of todo) this.#fail(pending, new EngineOverloaded(1));
        return;
      }
      todo = await this.#once(todo, attempt === 1 ? this.parts.reader.recall(todo) : undefined, attempt > RACES);
    }
  }

  /**
   * @param recalled the group as this process remembers it, if it does: then nothing is read before the write
   * @param inTurn its cases are locked before they are read: nobody can be quicker
   * @returns those that lost a race and have to be decided again
   */
  async #once(group: readonly Pending[], recalled: LoadedGroup | undefined, inTurn: boolean): Promise<readonly Pending[]> {
    let writes: readonly (CaseWrite | KeyWrite)[] = [];
    let unsure: readonly Pending[] = [];
    let client: PoolClient | undefined;
    const attempt = String(randomInt(2 ** 47));
    try {
      client = await this.#connect();
      const numbers = await this.parts.numbers.claim(group.reduce((n, { registers }) => n + (registers ? 1 : 0), 0));
      if (inTurn) await lockCases(client, group);
      const loaded = recalled ?? (await this.parts.reader.read(client, group));
      reachFaultPoint('engine.after-load');
      const titles = await this.#titles(group, loaded);
      ({ writes, unsure } = this.#decide(group, loaded, { ...this.parts, numbers, titles }, recalled !== undefined));
      if (writes.length === 0) {
        if (inTurn) await client.query('rollback');
        client.release();
        return unsure;
      }
      const ok = await this.#write(client, attempt, loaded, writes);
      if (inTurn) await client.query('commit');
      client.release();
      return [...unsure, ...this.#acknowledge(writes, ok)];
    } catch (error) {
      client?.release(inTurn || !isServerRefusal(error));
      const open = writes.length === 0 ? group : writes.map(({ pending }) => pending);
      const again = writes.length === 0 ? [] : unsure;
      if (isServerRefusal(error)) return [...again, ...(await this.#halve(open, error))];
      if (writes.length > 0) return [...again, ...(await this.#resolve(attempt, writes, error))];
      for (const pending of open) this.#fail(pending, unavailable(error));
      return [];
    }
  }

  /** The pool may still hold connections of a server that has died: one that works is looked for until time is up. */
  async #connect(): Promise<PoolClient> {
    const until = performance.now() + RECONNECT_WITHIN_MS;
    for (;;) {
      let client: PoolClient | undefined;
      try {
        client = await this.parts.pool.connect();
        return client;
      } catch (error) {
        if (performance.now() > until) throw error;
        await new Promise((wake) => setTimeout(wake, 50));
      }
    }
  }

  /** Titles of sealed cases that may be unsealed: they stand encrypted among the documents. */
  async #titles(group: readonly Pending[], loaded: LoadedGroup): Promise<ReadonlyMap<string, string>> {
    const titles = new Map<string, string>();
    for (const { caseId, type } of group) {
      if (type !== 'RECLASSIFY' || loaded.cases.get(caseId)?.snapshot.context.sealed !== true) continue;
      const title = (await this.parts.identity.documents(caseId)).find(({ field }) => field === 'title')?.text;
      if (typeof title === 'string') titles.set(caseId, title);
    }
    return titles;
  }

  /** From memory only an acceptance counts, because the commit checks what it rests on; whatever else is decided again on what stands. */
  #decide(group: readonly Pending[], loaded: LoadedGroup, parts: JudgeParts, fromMemory: boolean): Decided {
    const writes: (CaseWrite | KeyWrite)[] = [];
    const unsure: Pending[] = [];
    for (const pending of group) {
      let verdict: Verdict;
      try {
        verdict = judge(pending, loaded, parts);
      } catch (error) {
        // A defect in deciding one command is that command's alone.
        if (fromMemory) unsure.push(pending);
        else this.#fail(pending, error);
        continue;
      }
      if (fromMemory && verdict.kind !== 'write') unsure.push(pending);
      else if (verdict.kind === 'answered') this.#settle(pending, verdict.outcome);
      else writes.push(verdict);
    }
    return { writes, unsure };
  }

  async #write(
    client: PoolClient,
    attempt: string,
    decidedAt: DecidedAt,
    writes: readonly (CaseWrite | KeyWrite)[],
  ): Promise<readonly boolean[]> {
    const values = groupRows(attempt, decidedAt, writes, this.#wakeups);
    reachFaultPoint('engine.before-commit');
    const { rows } = await client.query<ToldTime & { readonly ok: readonly boolean[] }>({ ...COMMIT, values: [...values] });
    reachFaultPoint('engine.after-commit');
    this.parts.counters.group(writes.length);
    const [row] = rows;
    if (row === undefined) throw new Error('engine_commit answered nothing');
    const { clock } = this.parts.reader;
    if (row.ok.includes(true)) clock.told(row);
    else clock.forget();
    return row.ok;
  }

  #acknowledge(writes: readonly (CaseWrite | KeyWrite)[], ok: readonly boolean[]): readonly Pending[] {
    const lost: Pending[] = [];
    writes.forEach((write, i) => {
      if (ok[i] === true) this.#committed(write);
      else lost.push(write.pending);
    });
    this.parts.counters.conflicts += lost.length;
    return lost;
  }

  #committed(write: CaseWrite | KeyWrite): void {
    if (write.kind === 'write') {
      this.parts.reader.remember(write.pending.caseId, write.after);
      if (this.#wakeups.size > WAKEUPS_IN_MEMORY) this.#wakeups.clear();
      for (const instant of wakeupsOf(write)) this.#wakeups.add(instant);
    }
    this.#settle(write.pending, write.outcome);
  }

  /** Something in the group can't be written: each half is tried alone, down to the culprit, who alone is told. */
  async #halve(group: readonly Pending[], error: Parameters<typeof isTransient>[0]): Promise<readonly Pending[]> {
    const [only] = group;
    if (only === undefined) return [];
    if (group.length === 1) {
      if (isTransient(error)) return [only];
      this.#fail(only, error);
      return [];
    }
    this.parts.counters.halvings += 1;
    const middle = Math.ceil(group.length / 2);
    await this.run(group.slice(0, middle));
    await this.run(group.slice(middle));
    return [];
  }

  /**
   * The connection broke while the group was being committed: whether it was is looked up on a new one. The attempt's advisory
   * lock is held until the old transaction has ended, so that what isn't found then won't come afterwards.
   */
  async #resolve(attempt: string, writes: readonly (CaseWrite | KeyWrite)[], cause: unknown): Promise<readonly Pending[]> {
    this.parts.counters.inDoubt += 1;
    let client: PoolClient | undefined;
    try {
      client = await this.#connect();
      await client.query('select pg_advisory_lock($1)', [attempt]);
      const sought = writes.filter((write) => write.kind === 'write');
      const { rows } = await client.query<{ command_id: string }>(
        'select e.command_id from unnest($1::uuid[], $2::int[]) as s(case_id, seq) join jiefen.events e on e.case_id = s.case_id and e.seq = s.seq',
        [sought.map(({ pending }) => pending.caseId), sought.map(({ after }) => after.seq)],
      );
      await client.query('select pg_advisory_unlock($1)', [attempt]);
      client.release();
      const found = new Set(rows.map(({ command_id }) => command_id));
      return this.#acknowledge(
        writes,
        writes.map((write) => write.kind === 'write' && found.has(write.pending.commandId)),
      );
    } catch (error) {
      client?.release(true);
      for (const { pending } of writes)
        this.#fail(pending, unavailable(new AggregateError([cause, error], 'whether the command was stored is not known')));
      return [];
    }
  }

  #settle(pending: Pending, outcome: Outcome): void {
    const { counters } = this.parts;
    if (outcome.kind === 'done') counters.committed += 1;
    else if (outcome.kind === 'replayed') counters.replayed += 1;
    else counters.refused += 1;
    if (pending.registers && outcome.kind !== 'done') this.parts.identity.forgetVault(pending.caseId);
    counters.answered(performance.now() - pending.arrivedAt);
    this.parts.release(pending);
    pending.settle(outcome);
  }

  #fail(pending: Pending, error: unknown): void {
    this.parts.counters.failed += 1;
    if (pending.registers) this.parts.identity.forgetVault(pending.caseId);
    this.parts.release(pending);
    pending.fail(error);
  }
}

/** Begins a transaction that holds the group's cases, in the order in which everybody locks them. */
async function lockCases(client: PoolClient, group: readonly Pending[]): Promise<void> {
  await client.query('begin');
  const ids = group.flatMap(({ caseId, related }) => [caseId, ...related]);
  await client.query('select from jiefen.cases where id = any($1::uuid[]) order by id for update', [ids]);
}

function unavailable(cause: unknown): EngineUnavailable {
  return new EngineUnavailable(cause instanceof Error ? cause.message : 'the database is not available', { cause });
}
