import { Inject, Injectable } from '@nestjs/common';
import { Courier } from '#libs/notifications';
import type { JobHandler } from '#libs/queues';
import { DELIVER_MESSAGE, HandlesJob } from '#libs/queues';

@Injectable()
@HandlesJob(DELIVER_MESSAGE)
export class DeliverMessageHandler implements JobHandler<{ readonly id: string; readonly version: number }> {
  constructor(@Inject(Courier) private readonly courier: Courier) {}

  async handle({ id, version }: { readonly id: string; readonly version: number }): Promise<void> {
    await this.courier.carry(id, version);
  }
}
