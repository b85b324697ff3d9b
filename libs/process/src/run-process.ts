import 'reflect-metadata';
import type { DynamicModule, Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import type { Config } from '#libs/config';
import { ConfigError, ConfigModule, readConfig } from '#libs/config';
import type { Log, MetricsServer } from '#libs/observability';
import { createLog, HealthChecks, METRICS, NestLog, ObservabilityModule, OperationsModule, serveMetrics, stopOnSignals } from '#libs/observability';
import { DatabaseUnusable, PersistenceModule } from '#libs/persistence';
import type { Registry } from 'prom-client';

export interface ProcessDefinition {
  /** Its name in the log. */
  readonly app: string;
  readonly module: Type | DynamicModule;
  /** Errors whose message is one line for the person who starts the process. */
  readonly plainErrors?: readonly (abstract new (...args: never[]) => Error)[];
}

/**
 * Runs an app that has no API of its own: config, log, health, metrics, stop on signals. What is wrong outside is told in one
 * line and ends the process with 1.
 */
export async function runProcess(env: Readonly<Record<string, string | undefined>>, definition: ProcessDefinition): Promise<void> {
  try {
    await start(readConfig(env), definition);
  } catch (error) {
    const plain = [ConfigError, DatabaseUnusable, ...(definition.plainErrors ?? [])].some((kind) => error instanceof kind) || isPortTaken(error);
    process.stderr.write(`jiefen ${definition.app}: ${error instanceof Error ? (plain ? error.message : (error.stack ?? error.message)) : String(error)}\n`);
    process.exitCode = 1;
    // Half a process may hold timers and connections that would keep it alive.
    process.exit();
  }
}

async function start(config: Config, { app, module }: ProcessDefinition): Promise<void> {
  const log = createLog({ app, level: config.nodeEnv === 'test' ? 'warn' : 'info' });
  // eslint-disable-next-line @typescript-eslint/no-unsafe-class-instance-assignment -- Nest declares its options as a class and takes literals everywhere
  const nest = await NestFactory.create(rootOf(config, log, module), new FastifyAdapter({ forceCloseConnections: true }), { logger: new NestLog(log), abortOnError: false });
  const metrics = config.metricsPort === null ? null : await serveMetrics(nest.get<Registry>(METRICS), { host: config.host, port: config.metricsPort });
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

function isPortTaken(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
}

