import type { BeforeApplicationShutdown } from '@nestjs/common';
import { Global, Module } from '@nestjs/common';
import type { Pool } from 'pg';
import type { Config } from '#libs/config';
import { CONFIG } from '#libs/config';
import { DirectoryModule } from '#libs/directory';
import { IdentityModule, IdentityService } from '#libs/identity';
import { TRACING } from '#libs/observability';
import type { Tracing } from '#libs/observability';
import { ENGINE_POOL, PersistenceModule } from '#libs/persistence';
import { domainDecisions } from './decisions.ts';
import { DomainEnvironment } from './domain-environment.ts';
import { Engine } from './engine.ts';
import { PostgresStore } from './postgres-store.ts';

/** The engine with what it decides on. Before the application stops, everything taken is committed and answered. */
@Global()
@Module({
  imports: [PersistenceModule, IdentityModule, DirectoryModule],
  providers: [
    DomainEnvironment,
    {
      provide: Engine,
      inject: [ENGINE_POOL, IdentityService, DomainEnvironment, CONFIG, TRACING],
      useFactory: (
        pool: Pool,
        identity: IdentityService,
        environment: DomainEnvironment,
        config: Config,
        tracing: Tracing | null,
      ): Engine =>
        new Engine({
          store: new PostgresStore(pool),
          identity,
          env: () => environment.current(),
          decisions: domainDecisions({ tellPetitioners: config.channels.petitionerSms }),
          refreshLaw: () => environment.refresh(),
          tracing: tracing ?? undefined,
        }),
    },
  ],
  exports: [Engine, DomainEnvironment],
})
export class EngineModule implements BeforeApplicationShutdown {
  constructor(private readonly engine: Engine) {}

  async beforeApplicationShutdown(): Promise<void> {
    await this.engine.drain();
  }
}
