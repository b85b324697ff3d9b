import { setTimeout as pause } from 'node:timers/promises';
import type { Pool } from 'pg';
import { quantile } from '../quantile.ts';
import type { DueClones } from './due-clones.ts';

export interface Fired {
  readonly count: number;
  /** ms from when each was due to when its event was committed. */
  readonly p50: number;
  readonly p99: number;
  readonly max: number;
  /** ms from the first due instant to the first and to the last commit. */
  readonly first: number;
  readonly last: number;
}

/** Makes the server note when each transaction was committed; it holds from its next start on. */
export async function noteCommits(pool: Pool): Promise<void> {
  await pool.query('alter system set track_commit_timestamp = on');
}

/** Waits until all of them have fired. @throws Error when one fired early, twice or not at all */
export async function allFired(pool: Pool, { count, due }: DueClones, spacedMs: number, withinMs: number): Promise<Fired> {
  const end = new Date(due.getTime() + count * spacedMs + 1);
  const deadline = end.getTime() + withinMs;
  for (;;) {
    const { rows } = await pool.query<{ n: string }>(
      "select count(*) as n from jiefen.deadlines where state = 'armed' and due_at >= $1 and due_at < $2",
      [due, end],
    );
    if (rows[0]?.n === '0') break;
    if (Date.now() > deadline) throw new Error(`${String(rows[0]?.n)} have not fired ${String(withinMs)} ms after the last was due`);
    // Seldom: the question itself costs the machine something.
    await pause(250);
  }
  const { rows } = await pool.query<{ events: number; at: Date; due: Date; committed: Date }>(
    `select count(*) over (partition by d.id)::int as events, e.at, d.due_at as due, pg_xact_commit_timestamp(e.xmin) as committed
     from jiefen.deadlines d join jiefen.events e on e.case_id = d.case_id and e.type = 'deadline.passed'
     where d.due_at >= $1 and d.due_at < $2 and d.state = 'fired'`,
    [due, end],
  );
  if (rows.length !== count) throw new Error(`${String(rows.length)} events for ${String(count)} deadlines`);
  if (rows.some(({ events }) => events !== 1)) throw new Error('a deadline fired twice');
  const early = rows.find((row) => row.at < row.due);
  if (early !== undefined) throw new Error(`due at ${early.due.toISOString()}, fired at ${early.at.toISOString()}`);
  const late = rows.map((row) => row.committed.getTime() - row.due.getTime());
  const committed = rows.map((row) => row.committed.getTime() - due.getTime());
  return {
    count,
    p50: quantile(late, 0.5),
    p99: quantile(late, 0.99),
    max: quantile(late, 0.999_999),
    first: quantile(committed, 0),
    last: quantile(committed, 0.999_999),
  };
}
