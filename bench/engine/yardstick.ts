import type { Pool } from 'pg';

/**
 * What the machine gives at this moment: a group commit of tiny rows (a case of four columns, an event of 500 bytes, an outbox row, a
 * timer) with nothing decided, encrypted or chained, in the same server. Figures of different days, machines and neighbours
 * compare by their share of it.
 */
const SCHEMA = `
  create schema yardstick;
  create table yardstick.cases (id bigint primary key, state int not null, version int not null) with (fillfactor = 70);
  create table yardstick.events (case_id bigint, version int, body text not null, primary key (case_id, version));
  create table yardstick.outbox (id bigint generated always as identity primary key, case_id bigint not null, version int not null);
  create table yardstick.timers (case_id bigint primary key, due timestamptz not null);
  create index on yardstick.timers (due);
  create function yardstick.step(p_id bigint[], p_step int[], p_body text) returns setof bigint language sql as $$
    with i as (select * from unnest(p_id, p_step) as t(id, step)),
    n as (insert into yardstick.cases select id, 0, 1 from i where step = 0 returning id),
    u as (update yardstick.cases c set state = i.step, version = i.step + 1 from i where i.step > 0 and c.id = i.id and c.version = i.step returning c.id),
    ok as (select id from n union all select id from u),
    e as (insert into yardstick.events select i.id, i.step, p_body from i join ok using (id)),
    o as (insert into yardstick.outbox (case_id, version) select i.id, i.step from i join ok using (id)),
    a as (insert into yardstick.timers select i.id, now() + interval '30 days' from i join ok using (id) where i.step = 2),
    d as (delete from yardstick.timers t using i where i.step = 5 and t.case_id = i.id)
    select id from ok
  $$`;

const STEPS = 8;
const LANES = 2;
const BODY = JSON.stringify({ type: 'registered', at: '2026-11-22T00:00:00.000Z', body: 'x'.repeat(400) });

interface Step {
  readonly id: number;
  readonly step: number;
  readonly done: () => void;
  readonly failed: (error: unknown) => void;
}

export class Yardstick {
  readonly #waiting: Step[] = [];
  #lanes = LANES;
  #kicked = false;
  #lives = 0;

  private constructor(private readonly pool: Pool) {}

  /** @param pool of the owner, with two connections at least */
  static async prepare(pool: Pool): Promise<Yardstick> {
    await pool.query(SCHEMA);
    return new Yardstick(pool);
  }

  /** @returns steps a second */
  async measure(lives: number, inFlight: number): Promise<number> {
    let left = lives;
    const started = performance.now();
    await Promise.all(
      Array.from({ length: inFlight }, async () => {
        while (left-- > 0) {
          const id = ++this.#lives;
          for (let step = 0; step < STEPS; step++) await this.#step(id, step);
        }
      }),
    );
    return (lives * STEPS * 1_000) / (performance.now() - started);
  }

  #step(id: number, step: number): Promise<void> {
    return new Promise((done, failed) => {
      this.#waiting.push({ id, step, done, failed });
      if (this.#kicked) return;
      this.#kicked = true;
      setImmediate(() => {
        this.#kicked = false;
        while (this.#lanes > 0 && this.#waiting.length > 0) void this.#commit(this.#waiting.splice(0));
      });
    });
  }

  async #commit(group: readonly Step[]): Promise<void> {
    this.#lanes -= 1;
    try {
      const { rows } = await this.pool.query({
        name: 'yardstick',
        text: 'select yardstick.step($1, $2, $3)',
        values: [group.map(({ id }) => id), group.map(({ step }) => step), BODY],
      });
      if (rows.length !== group.length) throw new Error('a step was lost');
      for (const { done } of group) done();
    } catch (error) {
      for (const { failed } of group) failed(error);
    } finally {
      this.#lanes += 1;
      if (this.#waiting.length > 0 && this.#lanes > 0) void this.#commit(this.#waiting.splice(0));
    }
  }
}
