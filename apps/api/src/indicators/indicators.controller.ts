import { Controller } from '@nestjs/common';
import { readIndicators } from '#libs/contracts';
import type { AnswerOf } from '#libs/contracts';
import type { Call } from '../http/call.ts';
import { Endpoint, Input } from '../http/endpoint.decorator.ts';
import { permit } from '../http/permit.ts';
import { Indicators } from './indicators.ts';

@Controller()
export class IndicatorsController {
  constructor(private readonly indicators: Indicators) {}

  @Endpoint(readIndicators)
  read(@Input() { viewer, query }: Call<typeof readIndicators>): Promise<AnswerOf<typeof readIndicators>> {
    permit(viewer, 'supervisor', 'leader', 'clerk', 'head', 'handler', 'auditor');
    return this.indicators.of(viewer, query);
  }
}
