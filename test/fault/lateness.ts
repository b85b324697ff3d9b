import type pg from 'pg';
import type { TickingClock } from './ticking-clock.ts';

interface Passed {
  readonly id: string;
  readonly rule: string;
  /** Legal, ms since the epoch. */
  readonly due: number;
  /** Legal times at which events say that it passed. */
  readonly at: readonly number[];
  /** Real times at which that was recorded. */
  readonly recorded: readonly number[];
}

const PASSED = `
  select d.id, d.rule, extract(epoch from d.due_at)::float8 * 1000 as due,
         array_agg(extract(epoch from e.at)::float8 * 1000) as at, array_agg(extract(epoch from e.recorded_at)::float8 * 1000) as recorded
  from jiefen.events e, jsonb_array_elements(e.body::jsonb -> 'facts') f, jiefen.deadlines d
  where f ->> 'type' = 'deadline.passed' and d.id = (f #>> '{data,deadlineId}')::uuid
  group by d.id`;

/** How late the deadlines fired, told by the events and by when legal time had got there. */
export class Lateness {
  private constructor(
    private readonly passed: readonly Passed[],
    private readonly clock: TickingClock,
  ) {}

  static async read(pool: pg.Pool, clock: TickingClock): Promise<Lateness> {
    return new Lateness((await pool.query<Passed>(PASSED)).rows, clock);
  }

  get fired(): number {
    return this.passed.length;
  }

  get early(): readonly string[] {
    return this.passed.filter(({ at, due }) => Math.min(...at) < due).map(({ id, rule }) => `${rule} ${id}`);
  }

  get twice(): readonly string[] {
    return this.passed.filter(({ at }) => at.length > 1).map(({ id, rule }) => `${rule} ${id}`);
  }

  /** ms, ascending, of those that fell due (in real time) within the window; without one, of all. */
  of(from = 0, to = Number.POSITIVE_INFINITY): readonly number[] {
    return this.passed
      .map(({ due, recorded }) => ({ came: this.clock.cameAt(due), recorded: Math.min(...recorded) }))
      .filter(({ came }) => came >= from && came <= to)
      .map(({ came, recorded }) => Math.max(0, recorded - came))
      .sort((a, b) => a - b);
  }

  report(): string {
    const sorted = this.of();
    const at = (share: number): string => `${((sorted[Math.floor((sorted.length - 1) * share)] ?? 0) / 1000).toFixed(2)} s`;
    return `${String(this.fired)} deadlines fired; lateness p50 ${at(0.5)}, p99 ${at(0.99)}, most ${at(1)}`;
  }
}
