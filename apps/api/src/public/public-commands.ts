import { Injectable } from '@nestjs/common';
import type { BodyOf, sendPublicCommand } from '#libs/contracts';
import { civilDateOf } from '#libs/domain';
import type { CivilDate } from '#libs/domain';
import { Engine, LegalClock } from '#libs/engine';
import { snapshotOf } from '../cases/case-row.ts';
import type { CaseRow } from '../cases/case-row.ts';
import { CaseCommands } from '../cases/case-commands.ts';
import { answeredBy, idempotencyOf } from '../http/engine-answer.ts';
import { invalid } from '../http/problem-error.ts';
import { PETITIONER } from '../intake/registration.ts';
import { CaseNewsroom } from '../stream/case-news.ts';

type Body = BodyOf<typeof sendPublicCommand>;
type Payload = Readonly<Record<string, unknown>>;

const ONLINE = '信访人凭查询码在公众页面提交';

/** What the petitioner does by himself, with code and digits. */
@Injectable()
export class PublicCommands {
  constructor(
    private readonly engine: Engine,
    private readonly commands: CaseCommands,
    private readonly time: LegalClock,
    private readonly news: CaseNewsroom,
  ) {}

  /** The code is in neither scope nor hash of the key: the case it opened stands for it. */
  async send(row: CaseRow, body: Body, idempotencyKey: string | undefined): Promise<void> {
    const { type } = body;
    const payload = await this.commands.resolved(type, this.#completed(row, body, civilDateOf(await this.time.now())));
    const keyed = { key: idempotencyKey, scope: `public POST /api/public/commands ${row.id}`, body: { type, payload: body.payload } };
    const record = (): unknown => ({});
    const outcome = await this.engine.execute({ caseId: row.id, actor: PETITIONER, type, payload, ...idempotencyOf(keyed, 200, record) });
    if (outcome.kind === 'done') this.news.changed(outcome);
    answeredBy(outcome, record);
  }

  /** What is done online is received today, and asked for by whoever holds the code. */
  #completed(row: CaseRow, { type, payload }: Body, today: CivilDate): Payload {
    switch (type) {
      case 'REQUEST_REVIEW':
      case 'REQUEST_RECHECK':
        mustBe(today, payload, 'receivedOn');
        // Nor is anything posted that is sent online: his word alone would open a closed window again.
        mustBe(today, payload, 'postedOn');
        return { ...payload, receivedOn: today };
      case 'WITHDRAW': {
        mustBe(today, payload, 'requestedOn');
        const petitioner = snapshotOf(row).context.parties.find((party) => party.role === 'petitioner');
        return { requestedBy: petitioner?.id, evidence: ONLINE, ...payload, requestedOn: today };
      }
      default:
        return payload;
    }
  }
}

/** Nobody dates his own request back over a window that has closed. @throws 400 */
function mustBe(today: CivilDate, payload: Payload, field: string): void {
  const given = payload[field];
  if (given !== undefined && given !== today)
    throw invalid({ field: `payload.${field}`, code: 'not_today', message: 'online, this is the day of sending' });
}
