import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { actorOf } from '#libs/access';
import type { Viewer } from '#libs/access';
import type { AnswerOf, BodyOf, openReceptionCase } from '#libs/contracts';
import { worksFor } from '#libs/domain';
import { derivedCaseId, LegalClock } from '#libs/engine';
import { CaseCommands } from '../cases/case-commands.ts';
import { CaseStore } from '../cases/case-store.ts';
import { problemOf } from '../http/problem-error.ts';
import { Registration } from '../intake/registration.ts';

type Answer = AnswerOf<typeof openReceptionCase>;

/** Cases that are opened at the table of a leader's reception: registered as any other, then listed beside the day. */
@Injectable()
export class ReceptionCases {
  constructor(
    private readonly store: CaseStore,
    private readonly registration: Registration,
    private readonly commands: CaseCommands,
    private readonly time: LegalClock,
  ) {}

  /**
   * Two commands, each done once: whoever sends it again with the same key gets the same case, and it is listed if it wasn't yet.
   *
   * @throws 403 for whoever doesn't work for the office that arranges it, 404, 409 before the day
   */
  async open(
    viewer: Viewer,
    receptionId: string,
    body: BodyOf<typeof openReceptionCase>,
    idempotencyKey: string | undefined,
  ): Promise<Answer> {
    this.registration.permitted(viewer);
    const { row, snapshot } = await this.store.open(viewer, receptionId);
    if (snapshot.procedure !== 'reception-day') throw problemOf('reception.not_found');
    const { context } = snapshot;
    const actor = actorOf(viewer);
    if (![context.holderUnitId, context.centreUnitId].some((unitId) => worksFor(context, actor, unitId)))
      throw problemOf('access.forbidden');
    const key = idempotencyKey ?? randomUUID();
    const answer = await this.registration.atCounter(viewer, {
      body: { ...body, channel: 'leader-reception', receivedAt: await this.time.now() },
      idempotencyKey,
      caseId: derivedCaseId('reception-case', row.id, viewer.userId, key),
    });
    // An accusation stands beside no list that others read (Art 30(3)).
    if (answer.class !== 'ACCUSATION')
      await this.commands.send(viewer, {
        caseId: row.id,
        body: { type: 'ENTER_RECEPTION_CASE', payload: { caseId: answer.id } },
        idempotencyKey: key,
      });
    return answer;
  }
}
