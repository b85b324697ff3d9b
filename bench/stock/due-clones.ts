import type { Pool } from 'pg';
import type { Stock } from './stock.ts';

/** Cloned to learn how long it takes. */
const TRIAL = 1_000;
const CHUNK = 2_500;
/** ms between the last clone and the first that is due: everything has come to rest by then. */
const REST = 5_000;

export interface DueClones {
  /** Number of the first; the others follow. */
  readonly from: number;
  readonly count: number;
  /** When the first is due. */
  readonly due: Date;
}

/**
 * Clones whose only deadline falls due in real time, shortly after they are there: legal time under the real clock is the database's, and
 * nobody can wait for a midnight.
 *
 * @param spacedMs between one's due instant and the next one's; 0: all at once
 * @throws Error when the machine took longer for them than for those it was tried with
 */
export async function cloneDue(
  pool: Pool,
  stock: Stock,
  { count, spacedMs }: { readonly count: number; readonly spacedMs: number },
): Promise<DueClones> {
  // Numbers are a clone's identity; those of the stock lie below.
  const { rows: used } = await pool.query<{ from: string }>("select (nextval('stock.due_clones') * 1000000)::text as from");
  const trial = Number(used[0]?.from);
  const started = performance.now();
  await stock.clone('registered', { count: TRIAL, from: trial, due: "now() + interval '40 days'" });
  const took = ((performance.now() - started) * count) / TRIAL;
  const { rows } = await pool.query<{ due: Date }>(
    "select date_trunc('milliseconds', clock_timestamp() + make_interval(secs => $1 / 1000.0)) as due",
    [took * 1.5 + REST * 2],
  );
  const due = rows[0]?.due;
  if (due === undefined) throw new Error('the database tells no time');
  const from = trial + TRIAL;
  for (let made = 0; made < count; made += CHUNK) {
    const first = from + made;
    await stock.clone('registered', {
      count: Math.min(CHUNK, count - made),
      from: first,
      due: `'${due.toISOString()}'::timestamptz + make_interval(secs => (n - ${String(from)}) * ${String(spacedMs / 1_000)})`,
      pick: made / CHUNK,
    });
  }
  await pool.query('analyze jiefen.deadlines');
  if (due.getTime() - Date.now() < REST / 2) throw new Error('the clones were not ready in time: the machine is busy, run it again');
  return { from, count, due };
}
