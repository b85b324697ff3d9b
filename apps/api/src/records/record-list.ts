import { Inject, Injectable } from '@nestjs/common';
import type { Pool } from 'pg';
import { actorOf } from '#libs/access';
import type { Viewer } from '#libs/access';
import type { RecordProcedureId } from '#libs/domain';
import { READ_POOL, visibleCases } from '#libs/persistence';
import { addDivision } from '../cases/case-filter.ts';
import { CASE_COLUMNS } from '../cases/case-row.ts';
import type { CaseRow } from '../cases/case-row.ts';
import { SqlConditions } from '../cases/sql-conditions.ts';
import { Cursors } from '../http/cursor.ts';
import { DEFAULT_LIMIT, pageOf } from '../http/page.ts';
import type { Page } from '../http/page.ts';

export interface RecordFilter {
  readonly unitId?: string | undefined;
  readonly division?: string | undefined;
  readonly open?: 'true' | 'false' | undefined;
  /** Of supervision cards: under 挂牌督办. */
  readonly listed?: 'true' | 'false' | undefined;
}

interface Paged extends RecordFilter {
  readonly limit?: number | undefined;
  readonly cursor?: string | undefined;
}

/** Lists of one kind of record: what the viewer may know of and nothing else, newest first. */
@Injectable()
export class RecordList {
  constructor(
    @Inject(READ_POOL) private readonly pool: Pool,
    private readonly cursors: Cursors,
  ) {}

  async page(viewer: Viewer, procedure: RecordProcedureId, { limit = DEFAULT_LIMIT, cursor, ...filter }: Paged): Promise<Page<CaseRow>> {
    const list = JSON.stringify([procedure, viewer.userId, Object.entries(filter).sort()]);
    const after = this.cursors.read(list, cursor);
    const where = recordConditions(viewer, procedure, filter);
    if (after !== null) where.add('(c.registered_at, c.id) < ($1::timestamptz, $2::uuid)', ...after);
    const { rows } = await this.pool.query<CaseRow & { readonly key: string }>(
      `select ${CASE_COLUMNS}, c.registered_at::text as key from jiefen.cases c where ${where.sql}
        order by c.registered_at desc, c.id desc limit ${String(limit + 1)}`,
      where.values,
    );
    return pageOf(rows, limit, (last) => this.cursors.write(list, [last.key, last.id]));
  }
}

/** What of one kind of record somebody may know of, by a filter. */
export function recordConditions(viewer: Viewer, procedure: RecordProcedureId, filter: RecordFilter): SqlConditions {
  const where = new SqlConditions();
  const visible = visibleCases(actorOf(viewer), 1);
  where.add(visible.sql, ...visible.values);
  where.add('c.procedure = $1', procedure);
  const { unitId, division, open, listed } = filter;
  if (unitId !== undefined) where.add('c.holder_unit_id = $1::uuid', unitId);
  if (division !== undefined) addDivision(where, division);
  if (open !== undefined) where.add(`c.closed_at is ${open === 'true' ? '' : 'not '}null`);
  if (listed !== undefined) where.add(`(c.context::jsonb->'memo'->'card' ? 'listed') = $1::bool`, listed === 'true');
  return where;
}
