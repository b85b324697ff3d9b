import { Controller, Get, Header, HttpException, Inject, Module, NotFoundException } from '@nestjs/common';
import type { Config } from '#libs/config';
import { CONFIG } from '#libs/config';
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
    if (report.status !== 'ok' && report.status !== 'degraded') throw new HttpException(report, 503);
    return report;
  }
}

@Controller()
class MetricsController {
  constructor(
    @Inject(METRICS) private readonly registry: Registry,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** In production, and wherever a port of its own is set, figures are not for the network that people reach. */
  @Get('metrics')
  @Header('content-type', METRICS_CONTENT_TYPE)
  metrics(): Promise<string> {
    if (this.config.nodeEnv === 'production' || this.config.metricsPort !== null) throw new NotFoundException();
    return this.registry.metrics();
  }
}

/** Health and metrics of a process that has no API of its own: relay, escalation, notification. */
@Module({ controllers: [HealthController, MetricsController] })
export class OperationsModule {}
