import { Controller } from '@nestjs/common';
import { handOverDuty, listHandOvers, readDuty } from '#libs/contracts';
import type { AnswerOf } from '#libs/contracts';
import { CaseViews } from '../cases/case-views.ts';
import type { Call } from '../http/call.ts';
import { Endpoint, Input } from '../http/endpoint.decorator.ts';
import { permit } from '../http/permit.ts';
import { RecordRegister } from '../meetings/record-register.ts';
import { Duty } from './duty.ts';

@Controller()
export class DutyController {
  constructor(
    private readonly duty: Duty,
    private readonly register: RecordRegister,
    private readonly views: CaseViews,
  ) {}

  @Endpoint(readDuty)
  read(@Input() { viewer }: Call<typeof readDuty>): Promise<AnswerOf<typeof readDuty>> {
    permit(viewer, 'clerk', 'handler', 'head', 'mediator', 'supervisor', 'leader', 'auditor');
    return this.duty.read();
  }

  @Endpoint(handOverDuty)
  handOver(@Input() { viewer, body, idempotencyKey }: Call<typeof handOverDuty>): Promise<AnswerOf<typeof handOverDuty>> {
    permit(viewer, 'clerk', 'handler', 'head', 'supervisor');
    return this.duty.handOver(viewer, body, idempotencyKey);
  }

  @Endpoint(listHandOvers)
  async list(@Input() { viewer, query }: Call<typeof listHandOvers>): Promise<AnswerOf<typeof listHandOvers>> {
    const page = await this.register.page(viewer, 'duty-handover', query);
    return { ...page, items: await this.views.list(viewer, page.items) };
  }
}
