import { Global, Module } from '@nestjs/common';
import type { Pool } from 'pg';
import { CONFIG } from '#libs/config';
import type { Config } from '#libs/config';
import { READ_POOL } from '#libs/persistence';
import { IdentityService } from './identity.service.ts';

/** Opens the keyring when the application starts; a wrong master key stops it there, with one line. */
@Global()
@Module({
  providers: [
    {
      provide: IdentityService,
      inject: [READ_POOL, CONFIG],
      useFactory: (pool: Pool, config: Config): Promise<IdentityService> => IdentityService.open(pool, config.masterKey),
    },
  ],
  exports: [IdentityService],
})
export class IdentityModule {}
