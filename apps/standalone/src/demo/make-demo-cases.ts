import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import pg from 'pg';
import { ApiModule, createHttpAdapter, prepareHttp } from '#apps/api';
import { ConfigModule } from '#libs/config';
import type { Config } from '#libs/config';
import { Engine } from '#libs/engine';
import { setLegalClock } from '#libs/installation';
import { NestLog, ObservabilityModule } from '#libs/observability';
import type { Log } from '#libs/observability';
import { poolConfig } from '#libs/persistence';
import { agenda } from './agenda.ts';
import { DemoPeople } from './demo-people.ts';
import { DemoPlay } from './demo-play.ts';

/**
 * Plays the last months of a city through the API, with legal time set back, on a database without any case; does nothing on
 * another one. Afterwards the database's own clock governs again.
 */
export async function makeDemoCases(config: Config, log: Log, now = new Date()): Promise<void> {
  if (await hasCases(config.databaseUrl)) return;
  const items = agenda(now);
  const [first] = items;
  if (first === undefined) return;
  const past: Config = { ...config, clock: 'manual', clockStart: first.at };
  await setLegalClock(past);
  try {
    const app = await NestFactory.create<NestFastifyApplication>(
      { module: ApiModule, imports: [ConfigModule.with(past), ObservabilityModule.with({ log })] },
      createHttpAdapter(),
      { logger: false, abortOnError: false },
    );
    try {
      app.useLogger(new NestLog(log));
      await prepareHttp(app);
      await app.init();
      const people = new DemoPeople(app);
      await new DemoPlay(app.get(Engine, { strict: false }), people, log).play(items, now.toISOString());
      await people.leave();
    } finally {
      await app.close();
    }
  } finally {
    await setLegalClock(config);
  }
}

async function hasCases(databaseUrl: string): Promise<boolean> {
  const client = new pg.Client(poolConfig(databaseUrl, { name: 'demo', max: 1, asApplication: false }));
  await client.connect();
  try {
    const { rowCount } = await client.query('select 1 from jiefen.cases limit 1');
    return rowCount !== 0;
  } finally {
    await client.end();
  }
}
