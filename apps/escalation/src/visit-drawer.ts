import type { Pool } from 'pg';
import type { Engine } from '#libs/engine';
import { ENGINE_ACTOR } from '#libs/engine';
import type { Turn } from '#libs/polling';

const AT_ONCE = 100;

interface Draw {
  readonly case_id: string;
  readonly closed_at: Date;
  readonly plan_id: string;
  readonly visits: number;
}

/**
 * Makes a clock of every return visit that a plan drew: the draw was noted in the transaction that closed the case. A second attempt is
 * refused by the case itself, which remembers for which closing it was drawn. No queue is needed for it.
 */
export class VisitDrawer {
  constructor(
    private readonly pool: Pick<Pool, 'query'>,
    private readonly engine: Pick<Engine, 'execute'>,
  ) {}

  /** @throws the first failure, when the others are done; what failed comes again, after those that haven't been tried as often */
  async turn(): Promise<Turn> {
    const { rows } = await this.pool.query<Draw>(
      `update jiefen.visit_draws d set tries = d.tries + 1
         from (select case_id, closed_at from jiefen.visit_draws where decided_at is null order by tries, closed_at limit ${String(AT_ONCE)} for update skip locked) mine
        where d.case_id = mine.case_id and d.closed_at = mine.closed_at
       returning d.case_id, d.closed_at, d.plan_id, d.visits`,
    );
    if (rows.length === 0) return 'idle';
    const failed = (await Promise.allSettled(rows.map((draw) => this.#draw(draw)))).find((one) => one.status === 'rejected');
    if (failed !== undefined) throw failed.reason;
    return rows.length === AT_ONCE ? 'busy' : 'some';
  }

  async #draw({ case_id: caseId, closed_at: closedAt, plan_id: planId, visits }: Draw): Promise<void> {
    await this.engine.execute({
      caseId,
      actor: ENGINE_ACTOR,
      type: 'DRAW_VISIT',
      payload: { closedAt: closedAt.toISOString(), planId, visits },
    });
    await this.pool.query('update jiefen.visit_draws set decided_at = clock_timestamp() where case_id = $1 and closed_at = $2', [
      caseId,
      closedAt,
    ]);
  }
}
