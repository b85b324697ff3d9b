import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import type { DynamicModule } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Registry } from 'prom-client';
import { ConfigModule, readConfig } from '#libs/config';
import type { Config } from '#libs/config';
import { createLog, HealthChecks, METRICS, NestLog, ObservabilityModule, serveMetrics, stopOnSignals } from '#libs/observability';
import type { Log } from '#libs/observability';
import { endInOneLine } from '#libs/process';
import { ApiModule } from './api.module.ts';
import { createHttpAdapter } from './http/http-adapter.ts';
import { prepareHttp } from './http/prepare-http.ts';

const rootOf = (config: Config, log: Log): DynamicModule => ({
  module: ApiModule,
  imports: [ConfigModule.with(config), ObservabilityModule.with({ log })],
});

try {
  const config = readConfig(process.env);
  const log = createLog({ app: 'api', level: config.nodeEnv === 'test' ? 'warn' : 'info' });
  // eslint-disable-next-line @typescript-eslint/no-unsafe-class-instance-assignment -- Nest declares its options as a class and takes literals everywhere
  const app = await NestFactory.create<NestFastifyApplication>(rootOf(config, log), createHttpAdapter(), {
    logger: new NestLog(log),
    abortOnError: false,
  });
  await prepareHttp(app);
  const metrics =
    config.metricsPort === null ? null : await serveMetrics(app.get<Registry>(METRICS), { host: config.host, port: config.metricsPort });
  stopOnSignals({
    log,
    stop: async () => {
      app.get(HealthChecks).announceStop();
      await app.close();
      await metrics?.close();
    },
  });
  await app.listen(config.port, config.host);
  log.info('process.started', { port: config.port });
} catch (error) {
  endInOneLine('api', error);
}
