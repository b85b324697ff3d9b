import { Controller } from '@nestjs/common';
import { createUser, listCalendars, listUsers, previewCalendar, publishCalendar, readAudit, updateUser } from '#libs/contracts';
import type { AnswerOf } from '#libs/contracts';
import type { Call } from '../http/call.ts';
import { Endpoint, Input } from '../http/endpoint.decorator.ts';
import { permit } from '../http/permit.ts';
import { Accounts } from './accounts.ts';
import { AuditTrail } from './audit-trail.ts';
import { Calendars } from './calendars.ts';

/** Accounts and calendars for administrators, the audit trail for auditors; none of it reads a case. */
@Controller()
export class AdministrationController {
  constructor(
    private readonly accounts: Accounts,
    private readonly calendars: Calendars,
    private readonly trail: AuditTrail,
  ) {}

  @Endpoint(listUsers)
  users(@Input() { viewer, query }: Call<typeof listUsers>): Promise<AnswerOf<typeof listUsers>> {
    permit(viewer, 'admin', 'auditor');
    return this.accounts.page(query);
  }

  @Endpoint(createUser)
  create(@Input() { viewer, body }: Call<typeof createUser>): Promise<AnswerOf<typeof createUser>> {
    this.accounts.checkUnit(body.unitId);
    permit(viewer, 'admin');
    return this.accounts.create(viewer, body);
  }

  @Endpoint(updateUser)
  update(@Input() { viewer, params, body }: Call<typeof updateUser>): Promise<AnswerOf<typeof updateUser>> {
    this.accounts.checkUnit(body.unitId);
    permit(viewer, 'admin');
    return this.accounts.update(viewer, params.id, body);
  }

  @Endpoint(listCalendars)
  list(@Input() { viewer }: Call<typeof listCalendars>): Promise<AnswerOf<typeof listCalendars>> {
    permit(viewer, 'admin', 'auditor');
    return this.calendars.list();
  }

  @Endpoint(previewCalendar)
  preview(@Input() { viewer, body }: Call<typeof previewCalendar>): Promise<AnswerOf<typeof previewCalendar>> {
    permit(viewer, 'admin');
    return this.calendars.preview(body);
  }

  @Endpoint(publishCalendar)
  publish(@Input() { viewer, body }: Call<typeof publishCalendar>): Promise<AnswerOf<typeof publishCalendar>> {
    permit(viewer, 'admin');
    return this.calendars.publish(viewer, body);
  }

  @Endpoint(readAudit)
  audit(@Input() { viewer, query }: Call<typeof readAudit>): Promise<AnswerOf<typeof readAudit>> {
    permit(viewer, 'auditor');
    return this.trail.page(query);
  }
}
