import { Inject, Injectable } from '@nestjs/common';
import type { Pool, PoolClient } from 'pg';
import type { Viewer } from '#libs/access';
import type { AnswerOf, QueryOf, readAudit } from '#libs/contracts';
import { READ_POOL } from '#libs/persistence';
import { Cursors } from '../http/cursor.ts';
import { DEFAULT_LIMIT, pageOf } from '../http/page.ts';
import { uuidOfSerial } from '../http/serial-id.ts';

interface AuditRow {
  readonly id: string;
  readonly at: Date;
  readonly user_id: string | null;
  readonly action: string;
  readonly object: string;
  readonly data: Record<string, unknown>;
}

/** Acts of administration, append-only. Codes and ids; no names of petitioners. */
@Injectable()
export class AuditTrail {
  constructor(
    @Inject(READ_POOL) private readonly pool: Pool,
    private readonly cursors: Cursors,
  ) {}

  /** @param within the transaction of the act, so that neither is there without the other */
  async record(
    viewer: Viewer,
    action: string,
    object: string,
    data: Readonly<Record<string, unknown>>,
    within: Pick<Pool, 'query'> | PoolClient = this.pool,
  ): Promise<void> {
    await within.query('insert into jiefen.audit_log(user_id, action, object, data) values ($1, $2, $3, $4)', [
      viewer.userId,
      action,
      object,
      JSON.stringify(data),
    ]);
  }

  async page(query: QueryOf<typeof readAudit>): Promise<AnswerOf<typeof readAudit>> {
    const limit = query.limit ?? DEFAULT_LIMIT;
    const list = JSON.stringify(['audit', query.action ?? null]);
    const after = this.cursors.read(list, query.cursor)?.[0] ?? null;
    const { rows } = await this.pool.query<AuditRow>(
      `select id, at, user_id, action, object, data from jiefen.audit_log
        where ($1::bigint is null or id < $1) and ($2::text is null or action = $2) order by id desc limit $3`,
      [after, query.action ?? null, limit + 1],
    );
    const page = pageOf(rows, limit, (last) => this.cursors.write(list, [last.id]));
    return {
      ...page,
      items: page.items.map(({ id, at, user_id: userId, action, object, data }) => ({
        id: uuidOfSerial(id),
        at: at.toISOString(),
        userId,
        action,
        object,
        data,
      })),
    };
  }
}
