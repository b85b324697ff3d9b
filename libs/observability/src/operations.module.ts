import { Controller, Get, Header, HttpException, Inject, Module } from '@nestjs/common';
import { Registry } from 'prom-client';
import type { HealthReport } from './health-checks.ts';
import { HealthChecks } from './health-checks.ts';
import { METRICS_CONTENT_TYPE } from './metrics.ts';
import { METRICS } from './observability.module.ts';

@Controller('api/health')
class HealthController {
  constructor(private readonly health: HealthChecks) {}

  @Get('live')
  live(): { status: 'ok' } {
    return { status: 'ok' };
  }

  @Get('ready')
  async ready(): Promise<HealthReport> {
    const report = await this.health.ready();
    if (report.status !== 'ok') throw new HttpException(report, 503);
    return report;
  }
}

@Controller()
class MetricsController {
  constructor(@Inject(METRICS) private readonly registry: Registry) {}

  @Get('metrics')
  @Header('content-type', METRICS_CONTENT_TYPE)
  metrics(): Promise<string> {
    return this.registry.metrics();
  }
}

/** Health and metrics of a process that has no API of its own: relay, escalation, notification. */
@Module({ controllers: [HealthController, MetricsController] })
export class OperationsModule {}
