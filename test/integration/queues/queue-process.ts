import 'reflect-metadata';
import type { Type } from '@nestjs/common';
import type { TestingModule, TestingModuleBuilder } from '@nestjs/testing';
import { Test } from '@nestjs/testing';
import { ConfigModule, completeConfig, readSettings } from '#libs/config';
import type { Log } from '#libs/observability';
import { createLog, ObservabilityModule } from '#libs/observability';
import { PersistenceModule } from '#libs/persistence';

export interface ProcessOptions {
  readonly databaseUrl: string;
  readonly redisUrl: string | null;
  readonly modules: readonly Type[];
  /** Beside what every test has. */
  readonly env?: Readonly<Record<string, string>>;
  /** Default: none. */
  readonly log?: Log;
  readonly override?: (builder: TestingModuleBuilder) => TestingModuleBuilder;
}

/** The apps' own modules, composed as one process composes them, on real servers, but not started. */
export function composeProcess(options: ProcessOptions): Promise<TestingModule> {
  const config = {
    ...completeConfig(readSettings({ NODE_ENV: 'test', ...options.env }), {
      databaseUrl: options.databaseUrl,
      masterKey: Buffer.alloc(32, 7),
    }),
    redisUrl: options.redisUrl,
  };
  const builder = Test.createTestingModule({
    imports: [
      ConfigModule.with(config),
      ObservabilityModule.with({ log: options.log ?? createLog({ app: 'test', level: 'silent' }) }),
      PersistenceModule,
      ...options.modules,
    ],
  });
  return (options.override ?? ((same) => same))(builder).compile();
}

/** The same, started. `close()` stops it in its own order. */
export async function startProcess(options: ProcessOptions): Promise<TestingModule> {
  const module = await composeProcess(options);
  return module.init();
}
