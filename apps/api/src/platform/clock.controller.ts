import { Controller, Inject } from '@nestjs/common';
import { CONFIG } from '#libs/config';
import { LegalClock } from '#libs/engine';
import type { Config } from '#libs/config';
import { moveClock, readClock } from '#libs/contracts';
import type { AnswerOf } from '#libs/contracts';
import type { Call } from '../http/call.ts';
import { Endpoint, Input } from '../http/endpoint.decorator.ts';
import { permit } from '../http/permit.ts';
import { problemOf } from '../http/problem-error.ts';
import { ManualClock } from './manual-clock.ts';

@Controller()
export class ClockController {
  readonly #manual: boolean;

  constructor(
    @Inject(CONFIG) config: Config,
    private readonly time: LegalClock,
    private readonly clock: ManualClock,
  ) {
    this.#manual = config.clock === 'manual' && config.nodeEnv !== 'production';
  }

  @Endpoint(readClock)
  async read(): Promise<AnswerOf<typeof readClock>> {
    return { now: await this.time.now(), manual: this.#manual };
  }

  @Endpoint(moveClock)
  async move(@Input() { viewer, body }: Call<typeof moveClock>): Promise<AnswerOf<typeof moveClock>> {
    if (!this.#manual) throw problemOf('clock.not_manual');
    permit(viewer, 'admin');
    return this.clock.moveTo(new Date(body.now).toISOString());
  }
}
