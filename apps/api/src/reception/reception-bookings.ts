import { Injectable } from '@nestjs/common';
import type { AnswerOf, BodyOf, bookReception } from '#libs/contracts';
import { Engine } from '#libs/engine';
import type { CaseRow } from '../cases/case-row.ts';
import { answeredBy, idempotencyOf } from '../http/engine-answer.ts';
import { problemOf } from '../http/problem-error.ts';
import { PETITIONER } from '../intake/registration.ts';
import { CaseNewsroom } from '../stream/case-news.ts';
import { Receptions } from './receptions.ts';

type Answer = AnswerOf<typeof bookReception>;
type Body = BodyOf<typeof bookReception>;

/** What the petitioner books and gives back by himself, with code and digits, of the days that are published. */
@Injectable()
export class ReceptionBookings {
  constructor(
    private readonly engine: Engine,
    private readonly receptions: Receptions,
    private readonly news: CaseNewsroom,
  ) {}

  book(row: CaseRow, body: Body, key: string | undefined): Promise<Answer> {
    return this.#send('BOOK_RECEPTION', row, body, key);
  }

  cancel(row: CaseRow, body: Body, key: string | undefined): Promise<Answer> {
    return this.#send('CANCEL_BOOKING', row, body, key);
  }

  /** @throws 404 for a day that isn't published, 409 for one that is full or past */
  async #send(type: 'BOOK_RECEPTION' | 'CANCEL_BOOKING', row: CaseRow, { receptionId }: Body, key: string | undefined): Promise<Answer> {
    await this.#published(receptionId);
    const keyed = { key, scope: `public ${type} ${row.id}`, body: { receptionId } };
    const record = (): unknown => ({});
    const outcome = await this.engine.execute({
      caseId: receptionId,
      actor: PETITIONER,
      type,
      payload: { caseId: row.id },
      ...idempotencyOf(keyed, 200, record),
    });
    if (outcome.kind === 'done') this.news.changed(outcome);
    answeredBy(outcome, record);
    return { caseNo: row.case_no, booked: type === 'BOOK_RECEPTION', day: await this.#published(receptionId) };
  }

  async #published(id: string): Promise<Answer['day']> {
    const day = (await this.receptions.published()).find((one) => one.id === id);
    if (day === undefined) throw problemOf('reception.not_found');
    return day;
  }
}
