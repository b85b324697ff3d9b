import { Inject, Injectable } from '@nestjs/common';
import type { Pool } from 'pg';
import { READ_POOL } from '#libs/persistence';

/** Whose numbers they are: of a unit, of a kind of letter, of a year. */
export interface Series {
  readonly unitId: string;
  readonly word: string;
  readonly year: number;
}

const UNIQUE_VIOLATION = '23505';
const TRIES = 8;

/**
 * Numbers without gaps. A number is taken in the transaction of the event that it stands in, so it is read here, tried, and where somebody
 * was quicker read again; letters of one series are made one after the other in a process, so that this is rare.
 */
@Injectable()
export class LetterRegister {
  readonly #last = new Map<string, Promise<unknown>>();

  constructor(@Inject(READ_POOL) private readonly pool: Pool) {}

  /** @param take makes the letter with this number; it rejects when the number is taken. */
  async withNext<T>(series: Series, take: (number: number) => Promise<T>): Promise<T> {
    return this.#inTurn(`${series.unitId} ${series.word} ${String(series.year)}`, async () => {
      for (let tried = 1; ; tried++) {
        try {
          return await take((await this.#lastOf(series)) + 1);
        } catch (error) {
          if (!isTaken(error) || tried === TRIES) throw error;
        }
      }
    });
  }

  async #lastOf({ unitId, word, year }: Series): Promise<number> {
    const { rows } = await this.pool.query<{ last: number }>(
      'select last from jiefen.letter_counters where unit_id = $1 and word = $2 and year = $3',
      [unitId, word, year],
    );
    return rows[0]?.last ?? 0;
  }

  async #inTurn<T>(key: string, task: () => Promise<T>): Promise<T> {
    const before = this.#last.get(key) ?? Promise.resolve();
    const mine = before.then(task, task);
    this.#last.set(key, mine);
    try {
      return await mine;
    } finally {
      if (this.#last.get(key) === mine) this.#last.delete(key);
    }
  }
}

function isTaken(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === UNIQUE_VIOLATION;
}
