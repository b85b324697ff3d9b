import type { Pool } from 'pg';

/** BullMQ's workers decide by their own clock what is due and whose lock has run out; beyond this they would disturb others. */
export const LARGEST_SKEW = 2000;

export interface Skew {
  /** ms by which this process's clock is ahead of the database's (negative: behind), as well as it can be told. */
  readonly ahead: number;
  /** Whether it is certainly off by more than 2 s, however long the question took. */
  readonly tooFar: boolean;
}

/** Compares this process's clock with the database's. @throws when the database can't be asked */
export async function measureSkew(pool: Pool, wallClock: () => number = Date.now): Promise<Skew> {
  const asked = performance.now();
  const before = wallClock();
  const { rows } = await pool.query<{ ms: number }>('select (extract(epoch from clock_timestamp()) * 1000)::float8 as ms');
  const took = performance.now() - asked;
  const [row] = rows;
  if (row === undefined) throw new Error('the database did not tell its time');
  // It was read somewhere between question and answer: the middle, give or take half the way.
  const ahead = before + took / 2 - row.ms;
  return { ahead, tooFar: Math.abs(ahead) - took / 2 > LARGEST_SKEW };
}
