import { Injectable } from '@nestjs/common';
import type { Viewer } from '#libs/access';
import { DeadLetterStore } from '#libs/backlog';
import type { AnswerOf, listDeadLetters, QueryOf, redriveDeadLetter } from '#libs/contracts';
import { Cursors } from '../http/cursor.ts';
import { DEFAULT_LIMIT } from '../http/page.ts';
import { problemOf } from '../http/problem-error.ts';
import { serialOfUuid, uuidOfSerial } from '../http/serial-id.ts';

const LIST = 'dead-letters';

/** What was given up, as operators see it: why and how often, never whose. */
@Injectable()
export class DeadLetters {
  constructor(
    private readonly store: DeadLetterStore,
    private readonly cursors: Cursors,
  ) {}

  async page(query: QueryOf<typeof listDeadLetters>): Promise<AnswerOf<typeof listDeadLetters>> {
    const after = this.cursors.read(LIST, query.cursor)?.[0] ?? null;
    const { items, next } = await this.store.page(query.limit ?? DEFAULT_LIMIT, after === null ? null : String(after));
    return {
      items: items.map(({ id, source, reason, attempts, createdAt }) => ({ id: uuidOfSerial(id), source, reason, attempts, createdAt })),
      nextCursor: next === null ? null : this.cursors.write(LIST, [next]),
    };
  }

  /** @throws 404 for one that doesn't exist, 409 for one that was put back before */
  async redrive(viewer: Viewer, id: string, reason: string): Promise<AnswerOf<typeof redriveDeadLetter>> {
    const serial = serialOfUuid(id);
    const outcome = serial === null ? 'not-found' : await this.store.redrive(serial, viewer.userId, reason);
    if (outcome === 'not-found') throw problemOf('dead_letter.not_found');
    if (outcome === 'redriven-before') throw problemOf('dead_letter.redriven');
    return { id };
  }
}
