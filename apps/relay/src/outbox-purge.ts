import type { Pool } from 'pg';
import type { Turn } from '#libs/polling';
import type { RelayOptions } from './relay-options.ts';

const AT_ONCE = 2000;

/** Removes done rows once they are old enough, oldest first, in small steps that never hold up the queue. */
export class OutboxPurge {
  constructor(
    private readonly pool: Pool,
    private readonly options: Pick<RelayOptions, 'keepHours'>,
  ) {}

  async turn(): Promise<Turn> {
    const { rowCount } = await this.pool.query(
      `delete from jiefen.outbox where id in (
         select id from (select id, done_at from jiefen.outbox order by id limit $2) oldest
         where done_at < clock_timestamp() - make_interval(hours => $1)
       )`,
      [this.options.keepHours, AT_ONCE],
    );
    return rowCount !== null && rowCount >= AT_ONCE / 2 ? 'busy' : 'idle';
  }
}
