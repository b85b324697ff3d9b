import { Controller } from '@nestjs/common';
import { exportResponsibility, readResponsibility } from '#libs/contracts';
import type { AnswerOf } from '#libs/contracts';
import { AuditTrail } from '../administration/audit-trail.ts';
import { CaseStore } from '../cases/case-store.ts';
import type { Call } from '../http/call.ts';
import { Endpoint, Input } from '../http/endpoint.decorator.ts';
import { permit } from '../http/permit.ts';
import { problemOf } from '../http/problem-error.ts';
import { responsibilityFile } from './responsibility-file.ts';
import { Responsibility } from './responsibility.ts';

@Controller()
export class ResponsibilityController {
  constructor(
    private readonly store: CaseStore,
    private readonly responsibility: Responsibility,
    private readonly audit: AuditTrail,
  ) {}

  @Endpoint(readResponsibility)
  async read(@Input() { viewer, params }: Call<typeof readResponsibility>): Promise<AnswerOf<typeof readResponsibility>> {
    return this.responsibility.of(viewer, await this.store.open(viewer, params.id));
  }

  @Endpoint(exportResponsibility)
  async file(@Input() { viewer, params, reply }: Call<typeof exportResponsibility>): Promise<string> {
    permit(viewer, 'clerk', 'handler', 'head', 'mediator', 'supervisor', 'leader', 'auditor');
    const known = await this.store.open(viewer, params.id);
    if (known.row.sealed) throw problemOf('access.forbidden');
    await this.audit.record(viewer, 'responsibility.exported', known.row.id, {});
    const file = responsibilityFile(await this.responsibility.of(viewer, known));
    reply.type('text/csv; charset=utf-8');
    reply.header('cache-control', 'no-store');
    reply.header('content-disposition', `attachment; filename="responsibility-${known.row.case_no}.csv"`);
    return file;
  }
}
