import type { DynamicModule, INestApplicationContext } from '@nestjs/common';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EscalationModule } from '#apps/escalation';
import { NotificationModule } from '#apps/notification';
import { RelayModule } from '#apps/relay';
import type { Config } from '#libs/config';
import { ConfigModule, readSettings } from '#libs/config';
import { EngineModule } from '#libs/engine';
import { openDatabase, prepareDatabase, setLegalClock } from '#libs/installation';
import type { Log } from '#libs/observability';
import { createLog, NestLog, ObservabilityModule } from '#libs/observability';
import { PersistenceModule } from '#libs/persistence';
import { postmasterPid } from '../../test/support/embedded-cluster.ts';

/** Everything `npm start` runs but the HTTP server: engine, relay, escalation, notification, on an embedded PostgreSQL of its own. */
@Module({ imports: [PersistenceModule, EngineModule, RelayModule, EscalationModule, NotificationModule] })
class BenchModule {
  static with(config: Config, log: Log): DynamicModule {
    return { module: BenchModule, imports: [ConfigModule.with(config), ObservabilityModule.with({ log })] };
  }
}

export interface BenchApp {
  readonly app: INestApplicationContext;
  readonly config: Config;
  /** Process id of the embedded server. */
  readonly postmaster: number | null;
  close(): Promise<void>;
}

/** @param kept a folder to start on, which stays; without one a fresh folder, which `close` removes again */
export async function startBenchApp(kept?: string): Promise<BenchApp> {
  const dataDir = kept ?? mkdtempSync(join(tmpdir(), 'jiefen-bench-'));
  const log = createLog({ app: 'bench', level: 'warn' });
  const database = await openDatabase(readSettings({ DATA_DIR: dataDir }), log);
  await prepareDatabase(database.config);
  await setLegalClock(database.config);
  const app = await NestFactory.createApplicationContext(BenchModule.with(database.config, log), { logger: false, abortOnError: false });
  app.useLogger(new NestLog(log));
  return {
    app,
    config: database.config,
    postmaster: postmasterPid(dataDir),
    close: async () => {
      await app.close();
      await database.release();
      if (kept === undefined) rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
