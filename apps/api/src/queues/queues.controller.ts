import { Controller } from '@nestjs/common';
import { BacklogReader } from '#libs/backlog';
import { readQueues } from '#libs/contracts';
import type { AnswerOf } from '#libs/contracts';
import type { Call } from '../http/call.ts';
import { Endpoint, Input } from '../http/endpoint.decorator.ts';
import { permit } from '../http/permit.ts';

@Controller()
export class QueuesController {
  constructor(private readonly backlog: BacklogReader) {}

  /** From tables alone: the API never touches BullMQ. */
  @Endpoint(readQueues)
  async read(@Input() { viewer }: Call<typeof readQueues>): Promise<AnswerOf<typeof readQueues>> {
    permit(viewer, 'operator');
    return { ...(await this.backlog.read()) };
  }
}
