import { Controller } from '@nestjs/common';
import { sendPublicCommand, trackCase } from '#libs/contracts';
import type { AnswerOf } from '#libs/contracts';
import type { Call } from '../http/call.ts';
import { Endpoint, Input } from '../http/endpoint.decorator.ts';
import { PublicCommands } from './public-commands.ts';
import { PublicThrottle } from './public-throttle.ts';
import { Tracking } from './tracking.ts';

/** The public page. Codes travel in bodies only, never in an address. */
@Controller()
export class PublicController {
  constructor(
    private readonly throttle: PublicThrottle,
    private readonly tracking: Tracking,
    private readonly commands: PublicCommands,
  ) {}

  @Endpoint(trackCase)
  async track(@Input() { body, request }: Call<typeof trackCase>): Promise<AnswerOf<typeof trackCase>> {
    const row = await this.throttle.attempt(body.queryCode, request.ip, () => this.tracking.find(body.queryCode, body.phoneLast4));
    return this.tracking.view(row);
  }

  @Endpoint(sendPublicCommand)
  async send(@Input() { body, request, idempotencyKey }: Call<typeof sendPublicCommand>): Promise<AnswerOf<typeof sendPublicCommand>> {
    const row = await this.throttle.attempt(body.queryCode, request.ip, () => this.tracking.find(body.queryCode, body.phoneLast4));
    await this.commands.send(row, body, idempotencyKey);
    return this.tracking.byId(row.id);
  }
}
