import { Controller } from '@nestjs/common';
import { listMeetings, makeResolution, openMeeting, readRelated } from '#libs/contracts';
import type { AnswerOf } from '#libs/contracts';
import { CaseStore } from '../cases/case-store.ts';
import { CaseViews } from '../cases/case-views.ts';
import type { Call } from '../http/call.ts';
import { Endpoint, Input } from '../http/endpoint.decorator.ts';
import { permit } from '../http/permit.ts';
import { Meetings } from './meetings.ts';
import { RecordRegister } from './record-register.ts';
import { RelatedCases } from './related-cases.ts';

/** Records beside cases. What happens to one goes through the same commands as any case. */
@Controller()
export class MeetingsController {
  constructor(
    private readonly meetings: Meetings,
    private readonly register: RecordRegister,
    private readonly links: RelatedCases,
    private readonly store: CaseStore,
    private readonly views: CaseViews,
  ) {}

  @Endpoint(openMeeting)
  open(@Input() { viewer, body, idempotencyKey }: Call<typeof openMeeting>): Promise<AnswerOf<typeof openMeeting>> {
    permit(viewer, 'clerk', 'supervisor', 'handler', 'head');
    return this.meetings.open(viewer, body, idempotencyKey);
  }

  @Endpoint(listMeetings)
  async list(@Input() { viewer, query }: Call<typeof listMeetings>): Promise<AnswerOf<typeof listMeetings>> {
    const page = await this.register.page(viewer, 'joint-meeting', query);
    return { ...page, items: await this.views.list(viewer, page.items) };
  }

  @Endpoint(makeResolution)
  resolve(@Input() { viewer, params, body, idempotencyKey }: Call<typeof makeResolution>): Promise<AnswerOf<typeof makeResolution>> {
    return this.meetings.resolve(viewer, params.id, body, idempotencyKey);
  }

  @Endpoint(readRelated)
  async read(@Input() { viewer, params }: Call<typeof readRelated>): Promise<AnswerOf<typeof readRelated>> {
    const { row, content } = await this.store.open(viewer, params.id);
    // The auditor of a sealed case learns nothing of what stands beside it.
    if (!content) return { records: [], about: [] };
    const [records, about] = await Promise.all([this.links.recordsOf(viewer, row.id), this.links.casesOf(viewer, row.id)]);
    const [listedRecords, listedCases] = await Promise.all([this.views.list(viewer, records), this.views.list(viewer, about)]);
    return { records: listedRecords, about: listedCases };
  }
}
