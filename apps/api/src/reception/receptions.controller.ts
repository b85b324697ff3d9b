import { Controller } from '@nestjs/common';
import {
  bookReception,
  cancelReceptionBooking,
  listReceptionDays,
  listReceptions,
  openReception,
  openReceptionCase,
  readReceptionFigures,
} from '#libs/contracts';
import type { AnswerOf } from '#libs/contracts';
import type { CaseRow } from '../cases/case-row.ts';
import type { Call } from '../http/call.ts';
import { Endpoint, Input } from '../http/endpoint.decorator.ts';
import { permit } from '../http/permit.ts';
import { PublicThrottle } from '../public/public-throttle.ts';
import { Tracking } from '../public/tracking.ts';
import { ReceptionBookings } from './reception-bookings.ts';
import { ReceptionCases } from './reception-cases.ts';
import { Receptions } from './receptions.ts';

@Controller()
export class ReceptionsController {
  constructor(
    private readonly receptions: Receptions,
    private readonly cases: ReceptionCases,
    private readonly bookings: ReceptionBookings,
    private readonly throttle: PublicThrottle,
    private readonly tracking: Tracking,
  ) {}

  @Endpoint(openReception)
  open(@Input() { viewer, body, idempotencyKey }: Call<typeof openReception>): Promise<AnswerOf<typeof openReception>> {
    permit(viewer, 'clerk', 'handler', 'head', 'supervisor');
    return this.receptions.open(viewer, body, idempotencyKey);
  }

  @Endpoint(listReceptions)
  list(@Input() { viewer, query }: Call<typeof listReceptions>): Promise<AnswerOf<typeof listReceptions>> {
    return this.receptions.page(viewer, query);
  }

  @Endpoint(readReceptionFigures)
  async figures(@Input() { viewer }: Call<typeof readReceptionFigures>): Promise<AnswerOf<typeof readReceptionFigures>> {
    permit(viewer, 'supervisor', 'leader', 'auditor');
    return { items: [...(await this.receptions.figures(viewer))], nextCursor: null };
  }

  @Endpoint(openReceptionCase)
  openCase(@Input() { viewer, params, body, idempotencyKey }: Call<typeof openReceptionCase>): Promise<AnswerOf<typeof openReceptionCase>> {
    return this.cases.open(viewer, params.id, body, idempotencyKey);
  }

  @Endpoint(listReceptionDays)
  async days(): Promise<AnswerOf<typeof listReceptionDays>> {
    return { items: [...(await this.receptions.published())], nextCursor: null };
  }

  @Endpoint(bookReception)
  async book(@Input() { body, request, idempotencyKey }: Call<typeof bookReception>): Promise<AnswerOf<typeof bookReception>> {
    return this.bookings.book(await this.#matter(body, request.ip), body, idempotencyKey);
  }

  @Endpoint(cancelReceptionBooking)
  async cancel(
    @Input() { body, request, idempotencyKey }: Call<typeof cancelReceptionBooking>,
  ): Promise<AnswerOf<typeof cancelReceptionBooking>> {
    return this.bookings.cancel(await this.#matter(body, request.ip), body, idempotencyKey);
  }

  /** @throws 404 for a miss of any kind, 429 for too many */
  #matter({ queryCode, phoneLast4 }: { readonly queryCode: string; readonly phoneLast4: string }, address: string): Promise<CaseRow> {
    return this.throttle.attempt(queryCode, address, () => this.tracking.find(queryCode, phoneLast4));
  }
}
