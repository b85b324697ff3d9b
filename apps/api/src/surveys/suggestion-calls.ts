import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { Pool } from 'pg';
import { actorOf } from '#libs/access';
import type { Viewer } from '#libs/access';
import type { answerCall, AnswerOf, BodyOf, listCalls, openCall, readCallCases } from '#libs/contracts';
import { DirectoryService } from '#libs/directory';
import { civilDateOf } from '#libs/domain';
import { derivedCaseId, LegalClock } from '#libs/engine';
import { READ_POOL, visibleCases } from '#libs/persistence';
import { AuditTrail } from '../administration/audit-trail.ts';
import { isUuid } from '../cases/case-store.ts';
import { invalid, problemOf, unknownReference } from '../http/problem-error.ts';
import { Registration } from '../intake/registration.ts';
import { permitForPlace } from '../registers/place-of-office.ts';

interface CallRow {
  readonly id: string;
  readonly topic: string;
  readonly division: string;
  readonly opens_on: string;
  readonly closes_on: string;
}
type Call = AnswerOf<typeof openCall>;
const COLUMNS = 'id, topic, division, opens_on::text, closes_on::text';

/** 问计于民: a question to everybody; what is answered becomes a case of its own and is replied to (条例 Art 29). */
@Injectable()
export class SuggestionCalls {
  constructor(
    @Inject(READ_POOL) private readonly pool: Pool,
    private readonly directory: DirectoryService,
    private readonly time: LegalClock,
    private readonly audit: AuditTrail,
    private readonly registration: Registration,
  ) {}

  async open(viewer: Viewer, { topic, division, opensOn, closesOn }: BodyOf<typeof openCall>): Promise<Call> {
    if (this.directory.division(division) === undefined) throw invalid(unknownReference('division'));
    permitForPlace(viewer, division);
    const row: CallRow = { id: randomUUID(), topic, division, opens_on: opensOn, closes_on: closesOn };
    await this.pool.query(
      'insert into jiefen.suggestion_calls (id, topic, division, opens_on, closes_on, created_by, created_at) values ($1, $2, $3, $4, $5, $6, $7)',
      [row.id, topic, division, opensOn, closesOn, viewer.userId, await this.time.now()],
    );
    await this.audit.record(viewer, 'suggestion-call.opened', row.id, { division });
    return viewOf(row);
  }

  /** Those that are open today. */
  async current(): Promise<AnswerOf<typeof listCalls>> {
    const { rows } = await this.pool.query<CallRow>(
      `select ${COLUMNS} from jiefen.suggestion_calls where $1::date between opens_on and closes_on order by closes_on, id limit 200`,
      [civilDateOf(await this.time.now())],
    );
    return { items: rows.map(viewOf), nextCursor: null };
  }

  /** The call knows of the case before it is registered: what was never registered is no case, and counts nothing. @throws 404, 409 */
  async answer(id: string, body: BodyOf<typeof answerCall>, idempotencyKey: string | undefined): Promise<AnswerOf<typeof answerCall>> {
    const call = await this.#find(id);
    const today = civilDateOf(await this.time.now());
    if (call === null || today < call.opens_on || today > call.closes_on) throw problemOf('call.not_found');
    const caseId = derivedCaseId('suggestion-call', call.id, idempotencyKey ?? randomUUID());
    await this.pool.query('insert into jiefen.call_cases (case_id, call_id) values ($1, $2) on conflict do nothing', [caseId, call.id]);
    const suggestion = { ...body, class: 'SUGGESTION' as const, channel: 'online' as const, divisionCode: call.division };
    return this.registration.byPublic({ body: suggestion, idempotencyKey, caseId });
  }

  /** @throws 404 */
  async cases(viewer: Viewer, id: string): Promise<AnswerOf<typeof readCallCases>> {
    const call = await this.#find(id);
    if (call === null) throw problemOf('call.not_found');
    const visible = visibleCases(actorOf(viewer), 2);
    const { rows } = await this.pool.query<{ id: string; case_no: string; state: string }>(
      `select c.id, c.case_no, c.state from jiefen.call_cases k join jiefen.cases c on c.id = k.case_id where k.call_id = $1 and ${visible.sql} order by c.registered_at, c.id limit 500`,
      [call.id, ...visible.values],
    );
    return {
      call: viewOf(call),
      items: rows.map(({ id: caseId, case_no: caseNo, state }) => ({ caseId, caseNo, state })),
      nextCursor: null,
    };
  }

  async #find(id: string): Promise<CallRow | null> {
    if (!isUuid(id)) return null;
    return (await this.pool.query<CallRow>(`select ${COLUMNS} from jiefen.suggestion_calls where id = $1`, [id])).rows[0] ?? null;
  }
}

function viewOf({ id, topic, division, opens_on: opensOn, closes_on: closesOn }: CallRow): Call {
  return { id, topic, division, opensOn, closesOn };
}
