import { Controller, Get, Header, Inject } from '@nestjs/common';
import { CONFIG } from '#libs/config';
import type { Config } from '#libs/config';
import { METRICS, METRICS_CONTENT_TYPE } from '#libs/observability';
import type { Registry } from 'prom-client';
import { problemOf } from '../http/problem-error.ts';

@Controller()
export class MetricsController {
  constructor(
    @Inject(METRICS) private readonly registry: Registry,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** In production, and wherever a port of its own is set, figures are not for the network that people reach. */
  @Get('metrics')
  @Header('content-type', METRICS_CONTENT_TYPE)
  metrics(): Promise<string> {
    if (this.config.nodeEnv === 'production' || this.config.metricsPort !== null) throw problemOf('route.not_found');
    return this.registry.metrics();
  }
}
