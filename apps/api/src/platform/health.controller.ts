import { Controller } from '@nestjs/common';
import { live, ready } from '#libs/contracts';
import type { AnswerOf } from '#libs/contracts';
import { HealthChecks } from '#libs/observability';
import { Endpoint } from '../http/endpoint.decorator.ts';
import { problemOf } from '../http/problem-error.ts';

@Controller()
export class HealthController {
  constructor(private readonly health: HealthChecks) {}

  @Endpoint(live)
  live(): AnswerOf<typeof live> {
    return { status: 'ok' };
  }

  @Endpoint(ready)
  async ready(): Promise<AnswerOf<typeof ready>> {
    const report = await this.health.ready();
    const { status, checks, reasons } = report;
    if (status === 'ok' || status === 'degraded') return { status, checks, ...(reasons === undefined ? {} : { reasons }) };
    const down = Object.entries(report.checks)
      .filter(([, state]) => state === 'down')
      .map(([name]) => name);
    throw problemOf('engine.unavailable', {
      retryAfter: 1,
      reason: { zh: `尚未就绪：${down.join('、') || report.status}`, en: `Not ready: ${down.join(', ') || report.status}` },
    });
  }
}
