import { Inject, Injectable } from '@nestjs/common';
import type { Pool } from 'pg';
import { actorOf } from '#libs/access';
import type { Viewer } from '#libs/access';
import type { OfficeProcedureId } from '#libs/domain';
import { READ_POOL, visibleCases } from '#libs/persistence';
import { CASE_COLUMNS } from '../cases/case-row.ts';
import type { CaseRow } from '../cases/case-row.ts';
import { Cursors } from '../http/cursor.ts';
import { DEFAULT_LIMIT, pageOf } from '../http/page.ts';
import type { Page } from '../http/page.ts';

export interface RegisterQuery {
  readonly limit?: number | undefined;
  readonly cursor?: string | undefined;
  readonly open?: 'true' | 'false' | undefined;
}

/** Registers of the records that an office keeps: what the viewer may know of, newest first. */
@Injectable()
export class RecordRegister {
  constructor(
    @Inject(READ_POOL) private readonly pool: Pool,
    private readonly cursors: Cursors,
  ) {}

  /** @param and a further condition over `jiefen.cases c`, without parameters of its own */
  async page(viewer: Viewer, procedure: OfficeProcedureId, query: RegisterQuery, and = 'true'): Promise<Page<CaseRow>> {
    const { limit = DEFAULT_LIMIT, cursor, open } = query;
    const list = JSON.stringify([procedure, viewer.userId, open ?? null, and]);
    const after = this.cursors.read(list, cursor);
    const visible = visibleCases(actorOf(viewer), 5);
    const { rows } = await this.pool.query<CaseRow & { readonly key: string }>(
      `select ${CASE_COLUMNS}, c.registered_at::text as key from jiefen.cases c
        where c.class = 'RECORD' and c.procedure = $1 and ${visible.sql} and ${and}
          and ($2::bool is null or (c.closed_at is null) = $2) and ($3::timestamptz is null or (c.registered_at, c.id) < ($3, $4::uuid))
        order by c.registered_at desc, c.id desc limit ${String(limit + 1)}`,
      [procedure, open === undefined ? null : open === 'true', after?.[0] ?? null, after?.[1] ?? null, ...visible.values],
    );
    return pageOf(rows, limit, (last) => this.cursors.write(list, [last.key, last.id]));
  }
}
