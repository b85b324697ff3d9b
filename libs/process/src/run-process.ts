import 'reflect-metadata';
import type { DynamicModule, Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import type { Config } from '#libs/config';
import { ConfigModule, readConfig } from '#libs/config';
import type { Log, MetricsServer } from '#libs/observability';
import {
  createLog,
  HealthChecks,
  METRICS,
  NestLog,
  ObservabilityModule,
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
}

/**
 * Runs an app that has no API of its own: config, log, health, metrics, stop on signals. What is wrong outside is told in one
 * line and ends the process with 1.
 */
export async function runProcess(env: Readonly<Record<string, string | undefined>>, definition: ProcessDefinition): Promise<void> {
  try {
    await start(readConfig(env), definition);
  } catch (error) {
    endInOneLine(definition.app, error);
  }
}

async function start(config: Config, { app, module }: ProcessDefinition): Promise<void> {
  const log = createLog({ app, level: config.nodeEnv === 'test' ? 'warn' : 'info' });
  // eslint-disable-next-line @typescript-eslint/no-unsafe-class-instance-assignment -- Nest declares its options as a class and takes literals everywhere
  const nest = await NestFactory.create(rootOf(config, log, module), new FastifyAdapter({ forceCloseConnections: true }), {
    logger: new NestLog(log),
    abortOnError: false,
  });
  const metrics =
    config.metricsPort === null ? null : await serveMetrics(nest.get<Registry>(METRICS), { host: config.host, port: config.metricsPort });
  stopOnSignals({ log, stop: () => stop(nest, metrics) });
  await nest.listen(config.port, config.host);
  log.info('process.started', { port: config.port });
}

function rootOf(config: Config, log: Log, module: ProcessDefinition['module']): DynamicModule {
  return { module: OperationsModule, imports: [ConfigModule.with(config), ObservabilityModule.with({ log }), PersistenceModule, module] };
}

async function stop(nest: Awaited<ReturnType<typeof NestFactory.create>>, metrics: MetricsServer | null): Promise<void> {
  nest.get(HealthChecks).announceStop();
  await nest.close();
  await metrics?.close();
}
