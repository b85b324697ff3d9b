import { Controller } from '@nestjs/common';
import { listUrgent, raiseUrgent } from '#libs/contracts';
import type { AnswerOf } from '#libs/contracts';
import { CaseViews } from '../cases/case-views.ts';
import type { Call } from '../http/call.ts';
import { Endpoint, Input } from '../http/endpoint.decorator.ts';
import { permit } from '../http/permit.ts';
import { RecordRegister } from '../meetings/record-register.ts';
import { UrgentMatters } from './urgent-matters.ts';
import { UrgentViews } from './urgent-views.ts';

/** Reported late, by the recorded times: said by the report itself, or by a clock of reporting that passed before any. */
const LATE = `(c.context::jsonb @> '{"memo":{"urgent":{"reports":[{"late":true}]}}}'
  or exists (select from jiefen.deadlines d where d.case_id = c.id and d.rule in ('URG-OWN', 'URG-UP', 'URG-NATIONAL') and d.state = 'fired'))`;

@Controller()
export class UrgentController {
  constructor(
    private readonly matters: UrgentMatters,
    private readonly register: RecordRegister,
    private readonly views: CaseViews,
    private readonly urgent: UrgentViews,
  ) {}

  @Endpoint(raiseUrgent)
  raise(@Input() { viewer, body, idempotencyKey }: Call<typeof raiseUrgent>): Promise<AnswerOf<typeof raiseUrgent>> {
    permit(viewer, 'clerk', 'handler', 'head', 'mediator', 'supervisor', 'leader');
    return this.matters.raise(viewer, body, idempotencyKey);
  }

  @Endpoint(listUrgent)
  async list(@Input() { viewer, query }: Call<typeof listUrgent>): Promise<AnswerOf<typeof listUrgent>> {
    const { late, ...rest } = query;
    const page = await this.register.page(
      viewer,
      'urgent-matter',
      rest,
      late === undefined ? 'true' : late === 'true' ? LATE : `not ${LATE}`,
    );
    const items = await this.views.list(viewer, page.items);
    const shown = items.flatMap((item, i) => {
      const row = page.items[i];
      const urgentMatter = row === undefined ? null : this.urgent.of(row.context);
      return urgentMatter === null ? [] : [{ ...item, urgentMatter }];
    });
    return { ...page, items: shown };
  }
}
