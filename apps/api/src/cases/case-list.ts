import { Inject, Injectable } from '@nestjs/common';
import type { Pool } from 'pg';
import { actorOf } from '#libs/access';
import type { Viewer } from '#libs/access';
import type { listCases, QueryOf } from '#libs/contracts';
import { dayAfter, PROCEDURE_DEFINITIONS, startOfDay } from '#libs/domain';
import type { Instant } from '#libs/domain';
import { READ_POOL, visibleCases } from '#libs/persistence';
import { Cursors } from '../http/cursor.ts';
import { DEFAULT_LIMIT, pageOf } from '../http/page.ts';
import type { Page } from '../http/page.ts';
import { invalid } from '../http/problem-error.ts';
import { CASE_COLUMNS } from './case-row.ts';
import type { CaseRow } from './case-row.ts';
import { SqlConditions } from './sql-conditions.ts';

type Query = QueryOf<typeof listCases>;
/** What cases are chosen and ordered by. */
export type CaseFilter = Omit<Query, 'limit' | 'cursor' | 'count'>;

/** Rows read together for a file. */
const TOGETHER = 500;

/** Counting goes up to here; beyond it the answer says "1,000+". */
const COUNT_CAP = 1_000;
const FAR = "'9999-01-01Z'::timestamptz";
const SORTS = {
  received: { column: 'c.received_at', direction: 'asc' },
  registered: { column: 'c.registered_at', direction: 'asc' },
  // An overdue case was due before everything that is still running; without any clock it comes last.
  due: { column: `case when c.overdue then '-infinity'::timestamptz else coalesce(c.next_due_at, ${FAR}) end`, direction: 'asc' },
} as const;

function orderOf(sort: NonNullable<Query['sort']>): { readonly column: string; readonly direction: 'asc' | 'desc' } {
  const name = sort.replace(/^-/, '') as keyof typeof SORTS;
  return { column: SORTS[name].column, direction: sort.startsWith('-') ? 'desc' : 'asc' };
}

/** A day means all of it: from its first instant, and up to its last. */
const fromInstant = (value: string): Instant => (value.length === 10 ? startOfDay(value) : new Date(value).toISOString());
const untilInstant = (value: string): Instant => (value.length === 10 ? startOfDay(dayAfter(value)) : new Date(value).toISOString());

export interface CasePage extends Page<CaseRow> {
  readonly total?: { readonly count: number; readonly capped: boolean };
}

/** Lists of cases: what the viewer may know of and nothing else, by keyset, stable. */
@Injectable()
export class CaseList {
  constructor(
    @Inject(READ_POOL) private readonly pool: Pool,
    private readonly cursors: Cursors,
  ) {}

  async page(viewer: Viewer, query: Query): Promise<CasePage> {
    const sort = query.sort ?? '-received';
    const { limit = DEFAULT_LIMIT, cursor, count, ...filter } = query;
    const list = JSON.stringify(['cases', viewer.userId, Object.entries(filter).sort()]);
    const after = this.cursors.read(list, cursor);
    const where = conditionsOf(viewer, query);
    const total = count === 'true' ? await this.#count(where) : undefined;

    const { column, direction } = orderOf(sort);
    if (after !== null) where.add(`(${column}, c.id) ${direction === 'asc' ? '>' : '<'} ($1::timestamptz, $2::uuid)`, ...after);
    const { rows } = await this.pool.query<CaseRow & { key: string }>(
      `select ${CASE_COLUMNS}, (${column})::text as key from jiefen.cases c where ${where.sql} order by ${column} ${direction}, c.id ${direction} limit ${String(limit + 1)}`,
      where.values,
    );
    const page = pageOf(rows, limit, (last) => this.cursors.write(list, [last.key, last.id]));
    return total === undefined ? page : { ...page, total };
  }

  /** How many cases the filter finds, sealed ones left out; counted up to `most` + 1. */
  async countUnsealed(viewer: Viewer, filter: CaseFilter, most: number): Promise<number> {
    const where = unsealed(viewer, filter);
    const { rows } = await this.pool.query<{ n: number }>(
      `select count(*)::int as n from (select from jiefen.cases c where ${where.sql} limit ${String(most + 1)}) capped`,
      where.values,
    );
    return rows[0]?.n ?? 0;
  }

  /** All that the filter finds, in its order, sealed ones left out; at most `most`. */
  async *unsealed(viewer: Viewer, filter: CaseFilter, most: number): AsyncGenerator<CaseRow> {
    const { column, direction } = orderOf(filter.sort ?? '-received');
    let left = most;
    for (let after: readonly [string, string] | null = null; left > 0;) {
      const where = unsealed(viewer, filter);
      if (after !== null) where.add(`(${column}, c.id) ${direction === 'asc' ? '>' : '<'} ($1::timestamptz, $2::uuid)`, ...after);
      const { rows } = await this.pool.query<CaseRow & { key: string }>(
        `select ${CASE_COLUMNS}, (${column})::text as key from jiefen.cases c where ${where.sql} order by ${column} ${direction}, c.id ${direction} limit ${String(Math.min(TOGETHER, left))}`,
        where.values,
      );
      yield* rows;
      const last = rows.at(-1);
      if (last === undefined) return;
      after = [last.key, last.id];
      left -= rows.length;
    }
  }

  async #count(where: SqlConditions): Promise<{ count: number; capped: boolean }> {
    const { rows } = await this.pool.query<{ n: number }>(
      `select count(*)::int as n from (select from jiefen.cases c where ${where.sql} limit ${String(COUNT_CAP + 1)}) capped`,
      where.values,
    );
    const n = rows[0]?.n ?? 0;
    return { count: Math.min(n, COUNT_CAP), capped: n > COUNT_CAP };
  }
}

function unsealed(viewer: Viewer, filter: CaseFilter): SqlConditions {
  const where = conditionsOf(viewer, filter);
  where.add('not c.sealed');
  return where;
}

function conditionsOf(viewer: Viewer, query: CaseFilter): SqlConditions {
  const where = new SqlConditions();
  const visible = visibleCases(actorOf(viewer), 1);
  where.add(visible.sql, ...visible.values);
  const { state, unitId, division, class: of, category, overdue, dueBefore, receivedFrom, receivedTo, q } = query;
  if (state !== undefined) where.add('c.state = $1', known(state));
  if (unitId !== undefined) where.add('c.holder_unit_id = $1::uuid', unitId);
  if (division !== undefined) addDivision(where, division);
  if (of !== undefined) where.add('c.class = $1', of);
  // A category includes what lies below it: 0100.. holds 0103.., which holds 010306.
  if (category !== undefined) where.add('c.category_code like $1', `${category.replace(/(00){1,2}$/, '')}%`);
  if (overdue !== undefined) where.add('c.overdue = $1', overdue === 'true');
  // `dueAt` is 00:00 of the day after the due date: due before a day = dueAt not after its first instant.
  if (dueBefore !== undefined) where.add(`(c.overdue or c.next_due_at ${dueBefore.length === 10 ? '<=' : '<'} $1)`, fromInstant(dueBefore));
  if (receivedFrom !== undefined) where.add('c.received_at >= $1', fromInstant(receivedFrom));
  if (receivedTo !== undefined)
    where.add(receivedTo.length === 10 ? 'c.received_at < $1' : 'c.received_at <= $1', untilInstant(receivedTo));
  if (q !== undefined) addSearch(where, q);
  return where;
}

const STATES: ReadonlySet<string> = new Set(PROCEDURE_DEFINITIONS.flatMap(({ states }) => states));

/** @throws 400 for what is no state of any procedure */
function known(state: string): string {
  if (!STATES.has(state)) throw invalid({ field: 'state', code: 'unknown_state', message: 'no procedure has such a state' });
  return state;
}

/** In `/api/cases` a division includes what lies below it. */
export function addDivision(where: SqlConditions, division: string): void {
  if (division.length > 6) where.add('c.division_code like $1', `${division}%`);
  else if (division.endsWith('0000')) where.add('c.province_code = $1', division);
  else if (division.endsWith('00')) where.add('c.city_code = $1', division);
  else where.add('c.county_code = $1', division);
}

/** Words of the title, or the last digits of the case number. */
function addSearch(where: SqlConditions, q: string): void {
  const pattern = `%${q.trim().replaceAll(/[\\%_]/g, '\\$&')}%`;
  where.add('(c.title ilike $1 or c.case_no ilike $1)', pattern);
}
