import type { Pool } from 'pg';
import { PAUSES_CHANNEL } from './relay-channel.ts';

export interface QueuePause {
  readonly queue: string;
  readonly reason: string;
}

/**
 * Queues that an operator has stopped. They are kept here and not in the queue, which may be lost: workers ask this table, and the
 * relay makes the queue show what stands in it.
 */
export class QueuePauses {
  constructor(private readonly pool: Pool) {}

  async all(): Promise<readonly QueuePause[]> {
    const { rows } = await this.pool.query<QueuePause>('select queue, reason from jiefen.queue_pauses');
    return rows;
  }

  /** Why the queue is paused; null when it isn't. */
  async of(queue: string): Promise<string | null> {
    const { rows } = await this.pool.query<QueuePause>('select queue, reason from jiefen.queue_pauses where queue = $1', [queue]);
    return rows[0]?.reason ?? null;
  }

  /** Pauses the queue and writes who did it and why. @returns false when it was paused already: then nothing is written */
  pause(queue: string, userId: string, reason: string): Promise<boolean> {
    return this.change(
      `insert into jiefen.queue_pauses (queue, paused_by, reason) values ($1, $2, $3) on conflict do nothing returning queue`,
      'queue.paused',
      [queue, userId, reason],
    );
  }

  /** Lets the queue go on and writes who did it and why. @returns false when it wasn't paused */
  resume(queue: string, userId: string, reason: string): Promise<boolean> {
    return this.change(`delete from jiefen.queue_pauses where queue = $1 returning queue`, 'queue.resumed', [queue, userId, reason]);
  }

  private async change(
    statement: string,
    action: string,
    values: readonly [queue: string, userId: string, reason: string],
  ): Promise<boolean> {
    const { rows } = await this.pool.query(
      `with changed as (${statement})
       insert into jiefen.audit_log (user_id, action, object, data)
       select $2::uuid, $4, 'queue:' || queue, jsonb_build_object('reason', $3::text) from changed
       returning pg_notify($5, '')`,
      [...values, action, PAUSES_CHANNEL],
    );
    return rows.length > 0;
  }
}
