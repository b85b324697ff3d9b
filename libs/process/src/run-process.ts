import 'reflect-metadata';
import type { DynamicModule, Type } from '@nestjs/common';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import type { Config } from '#libs/config';
import { ConfigModule, readConfig } from '#libs/config';
import { planDeath, reachFaultPoint } from '#libs/fault-points';
import type { MetricsServer, Tracing } from '#libs/observability';
import {
  createLog,
  HealthChecks,
  METRICS,
  NestLog,
  ObservabilityModule,
  openTracing,
  OperationsModule,
  serveMetrics,
  stopOnSignals,
} from '#libs/observability';
import { PersistenceModule } from '#libs/persistence';
import type { Registry } from 'prom-client';
import { endInOneLine } from './end-in-one-line.ts';

export interface ProcessDefinition {
  /** Its name in the log. */
  readonly app: string;
  readonly module: Type | DynamicModule;
  /** For an app with an HTTP interface of its own; without it, health and metrics are all that is served. */
  readonly http?: { readonly adapter: FastifyAdapter; readonly prepare: (app: NestFastifyApplication) => Promise<void> };
}

/**
 * Runs one app in this process: config, log, health, metrics, stop on signals. What is wrong outside is told in one line and
 * ends the process with 1.
 */
export async function runProcess(env: Readonly<Record<string, string | undefined>>, definition: ProcessDefinition): Promise<void> {
  try {
    await start(readConfig(env), definition);
  } catch (error) {
    endInOneLine(definition.app, error);
  }
}

async function start(config: Config, { app, module, http }: ProcessDefinition): Promise<void> {
  // Whoever preloads something may have planned one already.
  if (config.faultPoint !== null) planDeath(config.faultPoint);
  const log = createLog({ app, level: config.nodeEnv === 'test' ? 'warn' : 'info' });
  const tracing = await openTracing(config.otlpEndpoint, app);
  const root: DynamicModule = {
    module: http === undefined ? OperationsModule : RootModule,
    imports: [ConfigModule.with(config), ObservabilityModule.with({ log, tracing }), PersistenceModule, module],
  };
  const adapter = http?.adapter ?? new FastifyAdapter({ forceCloseConnections: true });
  // What goes wrong while composing is thrown; Nest would log it besides.
  const nest = await NestFactory.create<NestFastifyApplication>(root, adapter, { logger: false, abortOnError: false });
  nest.useLogger(new NestLog(log));
  await http?.prepare(nest);
  const metrics =
    config.metricsPort === null ? null : await serveMetrics(nest.get<Registry>(METRICS), { host: config.host, port: config.metricsPort });
  stopOnSignals({ log, stop: () => stop(nest, metrics, tracing) });
  reachFaultPoint('process.before-listening');
  await nest.listen(config.port, config.host);
  reachFaultPoint('process.after-listening');
  log.info('process.started', { port: config.port });
}

async function stop(nest: NestFastifyApplication, metrics: MetricsServer | null, tracing: Tracing | null): Promise<void> {
  nest.get(HealthChecks).announceStop();
  await nest.close();
  await metrics?.close();
  await tracing?.close();
}

@Module({})
class RootModule {}
