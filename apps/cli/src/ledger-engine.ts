import type { DynamicModule, INestApplicationContext } from '@nestjs/common';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { ConfigModule } from '#libs/config';
import type { Config } from '#libs/config';
import { DirectoryModule } from '#libs/directory';
import { EngineModule } from '#libs/engine';
import { IntakePlanner } from '#libs/intake';
import { NestLog, ObservabilityModule } from '#libs/observability';
import type { Log } from '#libs/observability';

/** The engine without any app around it: nothing listens, sweeps or relays. */
@Module({ imports: [EngineModule, DirectoryModule], providers: [IntakePlanner] })
class LedgerModule {
  static with(config: Config, log: Log): DynamicModule {
    return { module: LedgerModule, imports: [ConfigModule.with(config), ObservabilityModule.with({ log })] };
  }
}

/** Runs `work` with an engine on the config's database; in the end everything taken is committed and the pools are ended. */
export async function withEngine<T>(config: Config, log: Log, work: (parts: INestApplicationContext) => Promise<T>): Promise<T> {
  const parts = await NestFactory.createApplicationContext(LedgerModule.with(config, log), {
    logger: new NestLog(log),
    abortOnError: false,
  });
  try {
    return await work(parts);
  } finally {
    await parts.close();
  }
}
