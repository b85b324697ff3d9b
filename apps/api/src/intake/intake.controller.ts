import { Controller } from '@nestjs/common';
import { fileCase, previewCase, registerCase } from '#libs/contracts';
import type { AnswerOf } from '#libs/contracts';
import type { Call } from '../http/call.ts';
import { Endpoint, Input } from '../http/endpoint.decorator.ts';
import { Preview } from './preview.ts';
import { Registration } from './registration.ts';

@Controller()
export class IntakeController {
  constructor(
    private readonly registration: Registration,
    private readonly previews: Preview,
  ) {}

  @Endpoint(registerCase)
  register(@Input() { viewer, body, idempotencyKey }: Call<typeof registerCase>): Promise<AnswerOf<typeof registerCase>> {
    return this.registration.atCounter(viewer, { body, idempotencyKey });
  }

  @Endpoint(fileCase)
  file(@Input() { body, idempotencyKey }: Call<typeof fileCase>): Promise<AnswerOf<typeof fileCase>> {
    return this.registration.byPublic({ body, idempotencyKey });
  }

  @Endpoint(previewCase)
  preview(@Input() { viewer, body }: Call<typeof previewCase>): Promise<AnswerOf<typeof previewCase>> {
    return this.previews.of(viewer, body);
  }
}
