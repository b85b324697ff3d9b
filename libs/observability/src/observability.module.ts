import type { DynamicModule } from '@nestjs/common';
import { Module } from '@nestjs/common';
import type { Registry } from 'prom-client';
import { HealthChecks } from './health-checks.ts';
import type { Log } from './log.ts';
import { createMetrics } from './metrics.ts';

/** Injection token of the process's `Log`. */
export const LOG = Symbol('LOG');
/** Injection token of the process's prom-client `Registry`. */
export const METRICS = Symbol('METRICS');

/** One log, one registry and one list of health checks for the whole process. */
@Module({})
export class ObservabilityModule {
  static with(options: { readonly log: Log; readonly metrics?: Registry }): DynamicModule {
    return {
      module: ObservabilityModule,
      global: true,
      providers: [
        { provide: LOG, useValue: options.log },
        { provide: METRICS, useFactory: () => options.metrics ?? createMetrics() },
        HealthChecks,
      ],
      exports: [LOG, METRICS, HealthChecks],
    };
  }
}
