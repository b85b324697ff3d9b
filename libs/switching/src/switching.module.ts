import { Module } from '@nestjs/common';
import type { Pool } from 'pg';
import { DirectoryModule, DirectoryService } from '#libs/directory';
import { DomainEnvironment, Engine, EngineModule } from '#libs/engine';
import type { Log } from '#libs/observability';
import { LOG } from '#libs/observability';
import { PersistenceModule, READ_POOL } from '#libs/persistence';
import { LawSwitches } from './law-switches.ts';
import { SwitchRunner } from './switch-runner.ts';

/** Switches of the law: who previews and confirms them uses `LawSwitches`, who carries them out `SwitchRunner`. */
@Module({
  imports: [PersistenceModule, DirectoryModule, EngineModule],
  providers: [
    {
      provide: LawSwitches,
      inject: [READ_POOL, DirectoryService, Engine, DomainEnvironment],
      useFactory: (pool: Pool, directory: DirectoryService, engine: Engine, environment: DomainEnvironment) =>
        new LawSwitches(pool, directory, engine, environment),
    },
    {
      provide: SwitchRunner,
      inject: [READ_POOL, Engine, DomainEnvironment, LOG],
      useFactory: (pool: Pool, engine: Engine, environment: DomainEnvironment, log: Log) =>
        new SwitchRunner(pool, engine, environment, log),
    },
  ],
  exports: [LawSwitches, SwitchRunner],
})
export class SwitchingModule {}
