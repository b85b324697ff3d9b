import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Registry } from 'prom-client';
import { createHttpAdapter, prepareHttp } from '#apps/api';
import type { Config, Settings } from '#libs/config';
import { reachFaultPoint } from '#libs/fault-points';
import { claimDatabase, openDatabase, prepareDatabase, setLegalClock } from '#libs/installation';
import { HealthChecks, METRICS, NestLog, openTracing, serveMetrics } from '#libs/observability';
import type { Log } from '#libs/observability';
import { checkPorts } from './check-ports.ts';
import { makeDemoCases } from './demo/make-demo-cases.ts';
import type { Held } from './held.ts';
import { StandaloneModule } from './standalone.module.ts';

/**
 * Starts everything in order, ports first, and notes in `held` what has to be given back.
 * @throws Error with one line for whoever starts the process
 */
export async function startStandalone(settings: Settings, log: Log, held: Held): Promise<Config> {
  await checkPorts(settings);
  const database = await openDatabase(settings, log);
  const { config } = database;
  if (settings.databaseUrl === null) {
    // Before we hold the server: where the claim is refused it is another process's, and goes on.
    const claim = await claimDatabase(config.databaseUrl, config.dataDir);
    held.add(() => database.release());
    held.add(() => claim.release());
  }
  await prepareDatabase(config);
  await setLegalClock(config);
  if (config.demo && config.clock === 'real') await makeDemoCases(config, log);

  const tracing = await openTracing(config.otlpEndpoint, 'standalone');
  if (tracing !== null) held.add(() => tracing.close());
  const app = await NestFactory.create<NestFastifyApplication>(StandaloneModule.with(config, log, tracing), createHttpAdapter(), {
    // What goes wrong while composing is thrown; Nest would log it besides.
    logger: false,
    abortOnError: false,
  });
  app.useLogger(new NestLog(log));
  held.add(() => app.close());
  await prepareHttp(app);
  if (config.metricsPort !== null) {
    const metrics = await serveMetrics(app.get<Registry>(METRICS), { host: config.host, port: config.metricsPort });
    held.add(() => metrics.close());
  }
  reachFaultPoint('process.before-listening');
  await app.listen(config.port, config.host);
  reachFaultPoint('process.after-listening');
  held.add(() => {
    app.get(HealthChecks).announceStop();
    return Promise.resolve();
  });
  return config;
}
