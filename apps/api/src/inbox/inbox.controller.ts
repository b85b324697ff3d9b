import { Controller } from '@nestjs/common';
import { markNoticeRead, readInbox } from '#libs/contracts';
import type { AnswerOf } from '#libs/contracts';
import type { Call } from '../http/call.ts';
import { Endpoint, Input } from '../http/endpoint.decorator.ts';
import { Inbox } from './inbox.ts';

@Controller()
export class InboxController {
  constructor(private readonly inbox: Inbox) {}

  @Endpoint(readInbox)
  read(@Input() { viewer, query }: Call<typeof readInbox>): Promise<AnswerOf<typeof readInbox>> {
    return this.inbox.page(viewer, query);
  }

  @Endpoint(markNoticeRead)
  async mark(@Input() { viewer, params }: Call<typeof markNoticeRead>): Promise<AnswerOf<typeof markNoticeRead>> {
    await this.inbox.markRead(viewer, params.id);
    return { ok: true };
  }
}
