import { Controller } from '@nestjs/common';
import { sendCommand } from '#libs/contracts';
import type { AnswerOf } from '#libs/contracts';
import type { Call } from '../http/call.ts';
import { Endpoint, Input } from '../http/endpoint.decorator.ts';
import { CaseCommands } from './case-commands.ts';

@Controller()
export class CommandsController {
  constructor(private readonly commands: CaseCommands) {}

  @Endpoint(sendCommand)
  send(@Input() { viewer, params, body, idempotencyKey }: Call<typeof sendCommand>): Promise<AnswerOf<typeof sendCommand>> {
    return this.commands.send(viewer, { caseId: params.id, body, idempotencyKey });
  }
}
