import { Controller } from '@nestjs/common';
import { fixVisitPlan, listVisitPlans, readRefiled, readVisitSample } from '#libs/contracts';
import type { AnswerOf } from '#libs/contracts';
import type { Call } from '../http/call.ts';
import { Endpoint, Input } from '../http/endpoint.decorator.ts';
import { permit } from '../http/permit.ts';
import { Refiled } from './refiled.ts';
import { VisitPlans } from './visit-plans.ts';

/** Return visits by a sample, and matters that come back: for those who answer for a place, not for those who handle. */
@Controller()
export class VisitsController {
  constructor(
    private readonly plans: VisitPlans,
    private readonly refiled: Refiled,
  ) {}

  @Endpoint(fixVisitPlan)
  fix(@Input() { viewer, body, idempotencyKey }: Call<typeof fixVisitPlan>): Promise<AnswerOf<typeof fixVisitPlan>> {
    return this.plans.fix(viewer, body, idempotencyKey);
  }

  @Endpoint(listVisitPlans)
  list(@Input() { viewer, query }: Call<typeof listVisitPlans>): Promise<AnswerOf<typeof listVisitPlans>> {
    permit(viewer, 'clerk', 'supervisor', 'leader', 'auditor');
    return this.plans.page(query);
  }

  @Endpoint(readVisitSample)
  sample(@Input() { viewer, params }: Call<typeof readVisitSample>): Promise<AnswerOf<typeof readVisitSample>> {
    permit(viewer, 'clerk', 'supervisor', 'leader', 'auditor');
    return this.plans.sample(viewer, params.id);
  }

  @Endpoint(readRefiled)
  again(@Input() { viewer, query }: Call<typeof readRefiled>): Promise<AnswerOf<typeof readRefiled>> {
    permit(viewer, 'supervisor', 'leader', 'auditor');
    return this.refiled.figure(viewer, query);
  }
}
