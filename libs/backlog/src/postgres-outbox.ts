import type { Pool, PoolClient } from 'pg';
import { buryOutboxRows } from './burial.ts';
import { TRIES_IN_COMPANY } from './limits.ts';
import type { ConsumableOutbox, FailedRow, LeasableOutbox, LeasedRecord, LeasedRow } from './outbox-store.ts';

/**
 * Rows that are tried alone come back at instants of their own, and sooner: what came back together with the row that takes its process
 * down would be in hand beside it every time.
 */
const LEASE = `
  with first as (
    select id from jiefen.outbox
    where done_at is null and topic <> 'record' and (lease_until is null or lease_until <= clock_timestamp()) and tries < $3
    order by id limit $1 for update skip locked
  ), alone as (
    select id from jiefen.outbox
    where done_at is null and topic <> 'record' and (lease_until is null or lease_until <= clock_timestamp()) and tries >= $3
    order by id limit $4 for update skip locked
  ), picked as (
    select id from first union all select id from alone
  )
  update jiefen.outbox o
  set lease_until = clock_timestamp() + make_interval(secs => $2 * case when tries < $3 then 1 else 0.4 + 0.6 * random() end), attempt = attempt + 1
  from picked where o.id = picked.id
  returning o.id::text, o.topic, o.attempt, o.tries, o.error`;

/** Rows that no job carries: whoever may open a record takes them from the table. */
const LEASE_RECORDS = `
  with picked as (
    select id from jiefen.outbox
    where done_at is null and topic = 'record' and (lease_until is null or lease_until <= clock_timestamp())
    order by id limit $1 for update skip locked
  )
  update jiefen.outbox o set lease_until = clock_timestamp() + make_interval(secs => $2), attempt = attempt + 1
  from picked where o.id = picked.id
  returning o.id::text, o.topic, o.attempt, o.tries, o.error, o.payload`;

/** The table itself. */
export class PostgresOutbox implements LeasableOutbox, ConsumableOutbox<PoolClient> {
  constructor(private readonly pool: Pool) {}

  async lease(limit: number, forMs: number, alone: number): Promise<readonly LeasedRow[]> {
    const values = [limit, forMs / 1000, TRIES_IN_COMPANY, alone];
    return (await this.pool.query<LeasedRow>({ name: 'relay-lease', text: LEASE, values })).rows;
  }

  /** As `lease`, of records to be opened, with what opens them. */
  async leaseRecords(limit: number, forMs: number): Promise<readonly LeasedRecord[]> {
    return (await this.pool.query<LeasedRecord>({ name: 'record-lease', text: LEASE_RECORDS, values: [limit, forMs / 1000] })).rows;
  }

  /** What these rows asked for is there. */
  async finish(ids: readonly string[]): Promise<void> {
    await this.pool.query(
      'update jiefen.outbox set done_at = clock_timestamp(), lease_until = null, error = null where id = any($1::bigint[]) and done_at is null',
      [ids],
    );
  }

  async release(rows: readonly LeasedRow[]): Promise<void> {
    await this.pool.query(
      `update jiefen.outbox o set lease_until = null from unnest($1::bigint[], $2::int[]) r(id, attempt)
       where o.id = r.id and o.attempt = r.attempt and o.done_at is null`,
      [rows.map(({ id }) => id), rows.map(({ attempt }) => attempt)],
    );
  }

  bury(rows: readonly FailedRow[]): Promise<number> {
    return buryOutboxRows(this.pool, rows);
  }

  async countTry(ids: readonly string[]): Promise<void> {
    // One that another delivery has in hand is counted by that one.
    await this.pool.query(
      `update jiefen.outbox o set tries = tries + 1
       from (select id from jiefen.outbox where id = any($1::bigint[]) and done_at is null order by id for update skip locked) mine
       where o.id = mine.id`,
      [ids],
    );
  }

  async inTransaction(work: (transaction: PoolClient) => Promise<void>, longestMs: number): Promise<void> {
    const client = await this.pool.connect();
    let broken: Error | undefined;
    try {
      await client.query(`begin; set local statement_timeout = ${String(longestMs)}`);
      await work(client);
      await client.query('commit');
    } catch (error) {
      await client.query('rollback').catch((failure: unknown) => {
        broken = failure instanceof Error ? failure : new Error(String(failure));
      });
      throw error;
    } finally {
      client.release(broken);
    }
  }

  async rest(
    rows: readonly FailedRow[],
    counted: boolean,
    firstPauseMs: number,
  ): Promise<readonly { readonly id: string; readonly tries: number; readonly error: string }[]> {
    const resting = await this.pool.query<{ id: string; tries: number; error: string }>(
      `update jiefen.outbox o
       set tries = tries + $3, error = f.reason,
           lease_until = clock_timestamp() + make_interval(secs => least(60, $4 * power(2, tries + $3 - 1)))
       from unnest($1::bigint[], $2::text[]) f(id, reason)
       where o.id = f.id and o.done_at is null
       returning o.id, o.tries, o.error`,
      [rows.map(({ id }) => id), rows.map(({ reason }) => reason), counted ? 0 : 1, firstPauseMs / 1000],
    );
    return resting.rows;
  }
}
