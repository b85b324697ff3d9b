import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { Pool } from 'pg';
import { actorOf } from '#libs/access';
import type { Viewer } from '#libs/access';
import type { answerCall, AnswerOf, BodyOf, listCalls, openCall, readCallCases } from '#libs/contracts';
import { DirectoryService } from '#libs/directory';
import { civilDateOf } from '#libs/domain';
import { canonicalJson, derivedCaseId, LegalClock } from '#libs/engine';
import { inTransaction, READ_POOL, visibleCases } from '#libs/persistence';
import { AuditTrail } from '../administration/audit-trail.ts';
import { isUuid } from '../cases/case-store.ts';
import { keyedId } from '../http/keyed-id.ts';
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

  /** @throws 400, 403, 409 for another request's key */
  async open(viewer: Viewer, body: BodyOf<typeof openCall>, key: string | undefined): Promise<Call> {
    const { topic, division, opensOn, closesOn } = body;
    if (this.directory.division(division) === undefined) throw invalid(unknownReference('division'));
    permitForPlace(viewer, division);
    const id = keyedId('POST /api/suggestion-calls', viewer, key);
    const now = await this.time.now();
    await inTransaction(this.pool, async (client) => {
      const { rowCount } = await client.query(
        'insert into jiefen.suggestion_calls (id, topic, division, opens_on, closes_on, created_by, created_at) values ($1, $2, $3, $4, $5, $6, $7) on conflict (id) do nothing',
        [id, topic, division, opensOn, closesOn, viewer.userId, now],
      );
      if (rowCount === 1) await this.audit.record(viewer, 'suggestion-call.opened', id, { division }, client);
    });
    const made = await this.#find(id);
    const asked: Call = { id, topic, division, opensOn, closesOn };
    if (made === null || canonicalJson(viewOf(made)) !== canonicalJson(asked)) throw problemOf('idempotency.key_reused');
    return asked;
  }

  /** Those that are open today. */
  async current(): Promise<AnswerOf<typeof listCalls>> {
    const { rows } = await this.pool.query<CallRow>(
      `select ${COLUMNS} from jiefen.suggestion_calls where $1::date between opens_on and closes_on order by closes_on, id limit 200`,
      [civilDateOf(await this.time.now())],
    );
    return { items: rows.map(viewOf), nextCursor: null };
  }

  /** The call knows of a right one before it is registered: what never was is no case, and counts nothing. @throws 400, 404, 409 */
  async answer(id: string, body: BodyOf<typeof answerCall>, idempotencyKey: string | undefined): Promise<AnswerOf<typeof answerCall>> {
    const call = await this.#find(id);
    const today = civilDateOf(await this.time.now());
    if (call === null || today < call.opens_on || today > call.closes_on) throw problemOf('call.not_found');
    const suggestion = { ...body, class: 'SUGGESTION' as const, channel: 'online' as const, divisionCode: call.division };
    await this.registration.check({ ...suggestion, receivedAt: await this.time.now() });
    const caseId = derivedCaseId('suggestion-call', call.id, idempotencyKey ?? randomUUID());
    await this.pool.query('insert into jiefen.call_cases (case_id, call_id) values ($1, $2) on conflict do nothing', [caseId, call.id]);
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
