import type { Pool } from 'pg';
import type { Actor, Instant } from '#libs/domain';
import { reachFaultPoint } from '#libs/fault-points';
import type { ExecuteRequest, Outcome } from './requests.ts';

export const ENGINE_ACTOR: Actor = { userId: null, role: 'engine', roles: ['engine'], unitId: null, division: null };

/** After so many failures a rung becomes a dead letter and is left alone until somebody redrives it. */
export const RUNG_ATTEMPTS = 5;

export interface DueRung {
  readonly deadlineId: string;
  readonly caseId: string;
  readonly step: number;
  readonly version: number;
}

export interface SweepResult {
  /** Deadlines that changed to fired. */
  readonly fired: number;
  /** Rungs of all kinds: reminders, expiries, urging, supervision. */
  readonly climbed: number;
}

const NOT_FAILING = `not exists (
  select from jiefen.rung_failures f where f.deadline_id = d.id and f.version = d.version and (f.attempts >= ${String(RUNG_ATTEMPTS)} or f.retry_at > now()))`;

const DUE = `select d.id as "deadlineId", d.case_id as "caseId", d.next_step as step, d.version
  from jiefen.deadlines d where d.next_at <= jiefen.app_now() and ${NOT_FAILING} order by d.next_at, d.id limit $1`;

const NEXT = `select d.next_at as at from jiefen.deadlines d where d.next_at is not null and ${NOT_FAILING} order by d.next_at limit 1`;

const FAILED = `insert into jiefen.rung_failures as f (deadline_id, version, attempts, retry_at, reason)
  select d.id, d.version, 1, now() + interval '2 seconds', $3 from jiefen.deadlines d where d.id = $1 and d.version = $2 and d.next_at <= jiefen.app_now()
  on conflict (deadline_id) do update set
    attempts = case when f.version = excluded.version then f.attempts + 1 else 1 end, version = excluded.version, reason = excluded.reason,
    retry_at = now() + interval '2 seconds' * power(4, case when f.version = excluded.version then f.attempts else 0 end)
  returning attempts`;

const BURIED = `insert into jiefen.dead_letters (source, message_id, case_id, reason, payload, attempts)
  values ('sweep', $1, $2, $3, $4, $5) on conflict (source, message_id) do update set
  redriven_at = null, redriven_by = null, reason = excluded.reason, attempts = excluded.attempts, created_at = now()`;

/** Climbs the rungs that are due, through the engine's grouped commit. One at a time in a process; between processes the versions decide. */
export class Sweep {
  #last: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly pool: Pool,
    private readonly climb: (request: ExecuteRequest, rung: DueRung) => Promise<Outcome>,
  ) {}

  fireDue(limit: number): Promise<SweepResult> {
    const run = this.#last.then(() => this.#sweep(limit));
    this.#last = run.catch(() => undefined);
    return run;
  }

  async nextRungAt(): Promise<Instant | null> {
    return (await this.pool.query<{ at: Date }>(NEXT)).rows[0]?.at.toISOString() ?? null;
  }

  async #sweep(limit: number): Promise<SweepResult> {
    let fired = 0;
    let climbed = 0;
    while (climbed < limit) {
      const { rows } = await this.pool.query<DueRung>({ name: 'sweep-due', text: DUE, values: [limit - climbed] });
      if (rows.length > 0) reachFaultPoint('engine.rungs-selected');
      const outcomes = await Promise.all(rows.map((rung) => this.#climbOne(rung)));
      const done = outcomes.filter((outcome) => outcome !== null);
      if (done.length > 0) reachFaultPoint('engine.after-rungs');
      climbed += done.length;
      fired += done.filter((passed) => passed).length;
      // Nothing moved: what is left belongs to another sweep, or waits for its next attempt.
      if (done.length === 0) break;
    }
    return { fired, climbed };
  }

  /** True: its deadline fired; false: another rung; null: nothing was climbed. */
  async #climbOne(rung: DueRung): Promise<boolean | null> {
    try {
      const { caseId, deadlineId, step, version } = rung;
      const outcome = await this.climb(
        { caseId, actor: ENGINE_ACTOR, type: 'DEADLINE_STEP', payload: { deadlineId, step, version } },
        rung,
      );
      if (outcome.kind === 'done') return outcome.facts.some(({ type }) => type === 'deadline.passed');
      // Stale is what another sweep has done already; if the rung is still there, the refusal is a defect and counts as a failure.
      await this.#failed(rung, outcome.kind === 'refused' ? outcome.refusal.code : outcome.kind);
    } catch (error) {
      await this.#failed(rung, error instanceof Error ? error.message : String(error));
    }
    return null;
  }

  async #failed(rung: DueRung, reason: string): Promise<void> {
    const { rows } = await this.pool.query<{ attempts: number }>(FAILED, [rung.deadlineId, rung.version, reason.slice(0, 500)]);
    const attempts = rows[0]?.attempts ?? 0;
    if (attempts < RUNG_ATTEMPTS) return;
    await this.pool.query(BURIED, [
      `${rung.deadlineId}:${String(rung.version)}`,
      rung.caseId,
      reason.slice(0, 500),
      JSON.stringify(rung),
      attempts,
    ]);
  }
}
