import type { ConsumableOutbox, FailedRow, LeasableOutbox, LeasedRow } from '#libs/backlog';
import { TRIES_IN_COMPANY } from '#libs/backlog';
import type { Notice } from '#libs/domain';
import type { OutboxRecord } from './memory-tables.ts';
import type { SimulatedStore } from './simulated-store.ts';

/** Delivers rows inside a transaction: what it does is done when the transaction is. */
export type Delivering = (ids: readonly string[]) => void;

/** The outbox's table as one process's relay and consumer reach it. */
export class SimulatedOutbox implements LeasableOutbox, ConsumableOutbox<Delivering> {
  constructor(private readonly store: SimulatedStore) {}

  lease(limit: number, forMs: number, alone: number): Promise<readonly LeasedRow[]> {
    const { store } = this.store.database;
    return this.store.ask('lease', () => {
      const now = store.realNow();
      const free = store.tables.outbox.filter(({ done, leaseUntil }) => !done && (leaseUntil === null || leaseUntil <= now));
      const first = free.filter(({ tries }) => tries < TRIES_IN_COMPANY).slice(0, limit);
      const suspected = free.filter(({ tries }) => tries >= TRIES_IN_COMPANY).slice(0, alone);
      return [...first, ...suspected].map((row) => {
        row.leaseUntil = now + forMs;
        row.attempt += 1;
        return { id: String(row.id), topic: row.topic ?? '', attempt: row.attempt, tries: row.tries, error: row.error };
      });
    });
  }

  release(rows: readonly LeasedRow[]): Promise<void> {
    return this.store.ask('release', () => {
      for (const { id, attempt } of rows) {
        const row = this.#row(id);
        if (row?.attempt === attempt && !row.done) row.leaseUntil = null;
      }
    });
  }

  bury(rows: readonly FailedRow[]): Promise<number> {
    return this.store.ask('bury', () => {
      const undone = this.#undone(rows.map(({ id }) => id));
      for (const row of undone) row.done = row.buried = true;
      return undone.length;
    });
  }

  countTry(ids: readonly string[]): Promise<void> {
    return this.store.ask('count-try', () => {
      for (const row of this.#undone(ids)) row.tries += 1;
    });
  }

  /** The statement of a delivery is one call; its commit is another, which may be lost like any. */
  async inTransaction(work: (transaction: Delivering) => Promise<void>): Promise<void> {
    const { database, life } = this.store;
    const written: string[] = [];
    await work((ids) => {
      written.push(...ids);
    });
    const wire = await database.connect(life);
    if (database.store.bug === 'done-before-delivered') {
      const undone = await database.call(wire, 'mark-done', () => this.#finish(written));
      await database.call(wire, 'write-notices', () => {
        this.#write(undone);
      });
      return;
    }
    await database.call(wire, 'deliver', () => {
      this.#write(this.#finish(written));
    });
  }

  rest(
    rows: readonly FailedRow[],
    counted: boolean,
    firstPauseMs: number,
  ): Promise<readonly { readonly id: string; readonly tries: number; readonly error: string }[]> {
    const { store } = this.store.database;
    return this.store.ask('rest', () =>
      rows.flatMap(({ id, reason }) =>
        this.#undone([id]).map((row) => {
          row.tries += counted ? 0 : 1;
          row.error = reason;
          row.leaseUntil = store.realNow() + firstPauseMs * 2 ** (row.tries - 1);
          return { id, tries: row.tries, error: reason };
        }),
      ),
    );
  }

  #finish(ids: readonly string[]): readonly OutboxRecord[] {
    return this.#undone(ids).map((row) => {
      row.done = true;
      row.leaseUntil = null;
      return row;
    });
  }

  #write(rows: readonly OutboxRecord[]): void {
    const { notices } = this.store.database.store.tables;
    for (const { id, case_id, seq, payload } of rows) {
      const told = (JSON.parse(payload ?? '{"notices":[]}') as { readonly notices: readonly Notice[] }).notices;
      told.forEach(({ unitId, kind }, ordinal) => {
        const place = `${String(id)}:${String(ordinal)}`;
        // `on conflict do nothing`.
        if (unitId !== null && !notices.has(place))
          notices.set(place, { outboxId: id, ordinal, caseId: case_id ?? '', seq: seq ?? 0, unitId, kind });
      });
    }
  }

  #undone(ids: readonly string[]): readonly OutboxRecord[] {
    return ids.flatMap((id) => this.#row(id) ?? []).filter(({ done }) => !done);
  }

  #row(id: string): OutboxRecord | undefined {
    return this.store.database.store.tables.outbox[Number(id) - 1];
  }
}
