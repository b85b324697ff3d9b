import { Inject, Injectable } from '@nestjs/common';
import type { Pool } from 'pg';
import { actorOf } from '#libs/access';
import type { Viewer } from '#libs/access';
import type { AnswerOf, QueryOf, readInbox } from '#libs/contracts';
import { noticeText } from '#libs/domain';
import { READ_POOL, visibleCases } from '#libs/persistence';
import { Cursors } from '../http/cursor.ts';
import { DEFAULT_LIMIT, pageOf } from '../http/page.ts';
import { problemOf } from '../http/problem-error.ts';
import { serialOfUuid, uuidOfSerial } from '../http/serial-id.ts';

interface NoticeRow {
  readonly id: string;
  readonly kind: string;
  readonly case_id: string;
  readonly case_no: string;
  readonly title: string;
  readonly rule: string | null;
  readonly at: Date;
  readonly read: boolean;
}

const COUNT_CAP = 1_000;
/**
 * Addressed to a role of the unit, and the case still is one that this person may know of: an accusation that was passed on
 * takes its notices with it.
 */
const MINE = (visible: string): string => `n.unit_id = $1 and n.roles && $2::text[] and ${visible}`;

@Injectable()
export class Inbox {
  constructor(
    @Inject(READ_POOL) private readonly pool: Pool,
    private readonly cursors: Cursors,
  ) {}

  async page(viewer: Viewer, query: QueryOf<typeof readInbox>): Promise<AnswerOf<typeof readInbox>> {
    const limit = query.limit ?? DEFAULT_LIMIT;
    const list = JSON.stringify(['inbox', viewer.userId, query.unread ?? null]);
    const after = this.cursors.read(list, query.cursor)?.[0] ?? null;
    if (viewer.unit === null) return { items: [], nextCursor: null, unread: { count: 0, capped: false } };
    const visible = visibleCases(actorOf(viewer), 4);
    const own = [viewer.unit.id, viewer.roles, viewer.userId, ...visible.values];
    const next = own.length + 1;
    const [{ rows }, unread] = await Promise.all([
      this.pool.query<NoticeRow>(
        `select n.id, n.kind, n.case_id, c.case_no, c.title, n.rule, n.at, r.notice_id is not null as read
           from jiefen.notices n join jiefen.cases c on c.id = n.case_id left join jiefen.notice_reads r on r.notice_id = n.id and r.user_id = $3
          where ${MINE(visible.sql)} and ($${String(next)}::bigint is null or n.id < $${String(next)}) and ($${String(next + 1)}::bool is null or (r.notice_id is null) = $${String(next + 1)})
          order by n.id desc limit ${String(limit + 1)}`,
        [...own, after, query.unread === undefined ? null : query.unread === 'true'],
      ),
      this.#unread(visible.sql, own),
    ]);
    const page = pageOf(rows, limit, (last) => this.cursors.write(list, [last.id]));
    return { ...page, items: page.items.map(viewOf), unread };
  }

  /** @throws 404 for a notice that isn't addressed to this person. */
  async markRead(viewer: Viewer, id: string): Promise<void> {
    const visible = visibleCases(actorOf(viewer), 5);
    const { rowCount } = await this.pool.query(
      `insert into jiefen.notice_reads(notice_id, user_id)
       select n.id, $3 from jiefen.notices n join jiefen.cases c on c.id = n.case_id where n.id = $4::bigint and ${MINE(visible.sql)}
       on conflict (notice_id, user_id) do update set read_at = jiefen.notice_reads.read_at`,
      [viewer.unit?.id ?? null, viewer.roles, viewer.userId, serialOfUuid(id) ?? '-1', ...visible.values],
    );
    if (rowCount === 0) throw problemOf('notice.not_found');
  }

  async #unread(visible: string, values: readonly unknown[]): Promise<{ count: number; capped: boolean }> {
    const { rows } = await this.pool.query<{ n: number }>(
      `select count(*)::int as n from (
         select from jiefen.notices n join jiefen.cases c on c.id = n.case_id left join jiefen.notice_reads r on r.notice_id = n.id and r.user_id = $3
          where ${MINE(visible)} and r.notice_id is null limit ${String(COUNT_CAP + 1)}) capped`,
      [...values],
    );
    const n = rows[0]?.n ?? 0;
    return { count: Math.min(n, COUNT_CAP), capped: n > COUNT_CAP };
  }
}

function viewOf(row: NoticeRow): AnswerOf<typeof readInbox>['items'][number] {
  const { id, kind, case_id: caseId, case_no: caseNo, title, rule, at, read } = row;
  return { id: uuidOfSerial(id), kind, text: noticeText(kind), caseId, caseNo, title, rule, at: at.toISOString(), read };
}
