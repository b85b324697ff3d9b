import { Module } from '@nestjs/common';
import type { Pool } from 'pg';
import { DirectoryModule } from '#libs/directory';
import { DomainEnvironment, Engine } from '#libs/engine';
import { QUEUE_POOL, QueuesModule } from '#libs/queues';

/**
 * Fires rows as the engine's commit does (`state` and `due_at <= app_now()` in the same statement) without deciding anything:
 * these cases are rows without a history, and the question here is only who comes to fire them, and when.
 */
class RowFiring {
  constructor(private readonly pool: Pool) {}

  async fireDue({ limit }: { readonly limit: number }): Promise<{ fired: number; climbed: number }> {
    const { rowCount } = await this.pool.query(
      `update jiefen.deadlines set state = 'fired', fired_at = jiefen.app_now(), next_step = null, next_at = null, version = version + 1, changed_at = clock_timestamp()
       where id in (select id from jiefen.deadlines where next_at <= jiefen.app_now() order by next_at limit $1 for update skip locked)`,
      [limit],
    );
    return { fired: rowCount ?? 0, climbed: rowCount ?? 0 };
  }

  purgeKeys(): Promise<number> {
    return Promise.resolve(0);
  }
}

/** In place of `EngineModule`. */
@Module({
  imports: [QueuesModule, DirectoryModule],
  providers: [DomainEnvironment, { provide: Engine, inject: [QUEUE_POOL], useFactory: (pool: Pool) => new RowFiring(pool) }],
  exports: [DomainEnvironment, Engine],
})
export class RowFiringModule {}
