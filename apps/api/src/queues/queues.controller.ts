import { Controller } from '@nestjs/common';
import { BacklogReader } from '#libs/backlog';
import { listDeadLetters, pauseQueue, readQueues, redriveDeadLetter, resumeQueue } from '#libs/contracts';
import type { AnswerOf } from '#libs/contracts';
import type { Call } from '../http/call.ts';
import { Endpoint, Input } from '../http/endpoint.decorator.ts';
import { permit } from '../http/permit.ts';
import { DeadLetters } from './dead-letters.ts';
import { Pauses } from './pauses.ts';

@Controller()
export class QueuesController {
  constructor(
    private readonly backlog: BacklogReader,
    private readonly letters: DeadLetters,
    private readonly pauses: Pauses,
  ) {}

  /** From tables alone: the API never touches BullMQ. */
  @Endpoint(readQueues)
  async read(@Input() { viewer }: Call<typeof readQueues>): Promise<AnswerOf<typeof readQueues>> {
    permit(viewer, 'operator');
    return this.backlog.read();
  }

  @Endpoint(pauseQueue)
  async pause(@Input() { viewer, params, body }: Call<typeof pauseQueue>): Promise<AnswerOf<typeof pauseQueue>> {
    permit(viewer, 'operator');
    await this.pauses.pause(viewer, params.name, body.reason);
    return this.backlog.read();
  }

  @Endpoint(resumeQueue)
  async resume(@Input() { viewer, params, body }: Call<typeof resumeQueue>): Promise<AnswerOf<typeof resumeQueue>> {
    permit(viewer, 'operator');
    await this.pauses.resume(viewer, params.name, body.reason);
    return this.backlog.read();
  }

  @Endpoint(listDeadLetters)
  list(@Input() { viewer, query }: Call<typeof listDeadLetters>): Promise<AnswerOf<typeof listDeadLetters>> {
    permit(viewer, 'operator');
    return this.letters.page(query);
  }

  @Endpoint(redriveDeadLetter)
  redrive(@Input() { viewer, params, body }: Call<typeof redriveDeadLetter>): Promise<AnswerOf<typeof redriveDeadLetter>> {
    permit(viewer, 'operator');
    return this.letters.redrive(viewer, params.id, body.reason);
  }
}
