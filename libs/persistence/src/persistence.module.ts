import type { OnApplicationShutdown } from '@nestjs/common';
import { Global, Inject, Module } from '@nestjs/common';
import type { Pool } from 'pg';
import { CONFIG } from '#libs/config';
import type { Config } from '#libs/config';
import { createPool } from './pools.ts';
import { ENGINE_POOL, READ_POOL } from './tokens.ts';

/** Few connections commit many commands (groups); gains flatten at two to four. */
const ENGINE_CONNECTIONS = 3;
const READ_CONNECTIONS = 12;

/** The application's connection pools. Global, so that Nest ends it last: others may still write while they drain. */
@Global()
@Module({
  providers: [
    {
      provide: ENGINE_POOL,
      inject: [CONFIG],
      useFactory: (config: Config): Pool => createPool(config.databaseUrl, { name: 'engine', max: ENGINE_CONNECTIONS }),
    },
    {
      provide: READ_POOL,
      inject: [CONFIG],
      useFactory: (config: Config): Pool => createPool(config.databaseUrl, { name: 'read', max: READ_CONNECTIONS }),
    },
  ],
  exports: [ENGINE_POOL, READ_POOL],
})
export class PersistenceModule implements OnApplicationShutdown {
  constructor(
    @Inject(ENGINE_POOL) private readonly enginePool: Pool,
    @Inject(READ_POOL) private readonly readPool: Pool,
  ) {}

  async onApplicationShutdown(): Promise<void> {
    await Promise.all([this.enginePool.end(), this.readPool.end()]);
  }
}
