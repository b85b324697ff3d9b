import { Module } from '@nestjs/common';
import type { Pool } from 'pg';
import { PersistenceModule, READ_POOL } from '#libs/persistence';
import { BacklogReader } from './backlog-reader.ts';
import { DeadLetterStore } from './dead-letter-store.ts';
import { QueuePauses } from './queue-pauses.ts';

/** For whoever shows or mends the backlog without consuming it. */
@Module({
  imports: [PersistenceModule],
  providers: [
    { provide: BacklogReader, inject: [READ_POOL], useFactory: (pool: Pool) => new BacklogReader(pool) },
    { provide: DeadLetterStore, inject: [READ_POOL], useFactory: (pool: Pool) => new DeadLetterStore(pool) },
    { provide: QueuePauses, inject: [READ_POOL], useFactory: (pool: Pool) => new QueuePauses(pool) },
  ],
  exports: [BacklogReader, DeadLetterStore, QueuePauses],
})
export class BacklogModule {}
