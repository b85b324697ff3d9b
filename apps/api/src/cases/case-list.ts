import { Inject, Injectable } from '@nestjs/common';
import type { Pool } from 'pg';
import { actorOf } from '#libs/access';
import type { Viewer } from '#libs/access';
import type { listCases, QueryOf } from '#libs/contracts';
import { dayAfter, PROCEDURE_DEFINITIONS, startOfDay } from '#libs/domain';
import type { Instant } from '#libs/domain';
import { READ_POOL, RECORD_PROCEDURE_LIST, visibleCases } from '#libs/persistence';
import { Cursors } from '../http/cursor.ts';
import { DEFAULT_LIMIT, pageOf } from '../http/page.ts';
import type { Page } from '../http/page.ts';
import { invalid } from '../http/problem-error.ts';
import { IS_OVERDUE, mayHold, orderOf, stretchesFrom } from './case-order.ts';
import type { Direction, Stretch } from './case-order.ts';
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
/** A day means all of it: from its first instant, and up to its last. */
const fromInstant = (value: string): Instant => (value.length === 10 ? startOfDay(value) : new Date(value).toISOString());
const untilInstant = (value: string): Instant => (value.length === 10 ? startOfDay(dayAfter(value)) : new Date(value).toISOString());

export interface CasePage extends Page<CaseRow> {
  readonly total?: { readonly count: number; readonly capped: boolean };
}

type KeyedRow = CaseRow & { readonly key: string };

interface Cut {
  /** Key and id of the last one before, where that is in this stretch. */
  readonly after: readonly (string | number | null)[] | null;
  readonly limit: number;
}

/** Lists of cases: what the viewer may know of and nothing else, by keyset, stable. */
@Injectable()
export class CaseList {
  constructor(
    @Inject(READ_POOL) private readonly pool: Pool,
    private readonly cursors: Cursors,
  ) {}

  async page(viewer: Viewer, query: Query): Promise<CasePage> {
    const { limit = DEFAULT_LIMIT, cursor, count, ...filter } = query;
    const list = JSON.stringify(['cases', viewer.userId, Object.entries(filter).sort()]);
    const after = this.cursors.read(list, cursor);
    const where = conditionsOf(viewer, query);
    const total = count === 'true' ? await this.#count(where) : undefined;

    const rows = await this.#ordered(where, query, { after, limit: limit + 1 });
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
    let left = most;
    for (let after: Cut['after'] = null; left > 0;) {
      const rows = await this.#ordered(unsealed(viewer, filter), filter, { after, limit: Math.min(TOGETHER, left) });
      yield* rows;
      const last = rows.at(-1);
      if (last === undefined) return;
      after = [last.key, last.id];
      left -= rows.length;
    }
  }

  /** Rows in the order of the sort, stretch after stretch. */
  async #ordered(where: SqlConditions, filter: CaseFilter, { after, limit }: Cut): Promise<KeyedRow[]> {
    const order = orderOf(filter.sort ?? '-received');
    const rows: KeyedRow[] = [];
    for (const [i, stretch] of stretchesFrom(order, after === null ? null : String(after[0])).entries()) {
      if (rows.length === limit) break;
      if (!mayHold(stretch, filter)) continue;
      const cut = { after: i === 0 ? after : null, limit: limit - rows.length };
      // The filter's day stands on the case; the order is read from the deadlines, which the planner can't tell from it.
      const soon =
        stretch.clock === 'running' && filter.dueBefore !== undefined ? (['d.due_at <= $1', fromInstant(filter.dueBefore)] as const) : null;
      rows.push(...(await this.#rows(soon === null ? where : where.and(...soon), stretch, order.direction, cut)));
    }
    return rows;
  }

  async #rows(where: SqlConditions, stretch: Stretch, direction: Direction, { after, limit }: Cut): Promise<KeyedRow[]> {
    const { from, where: among, key, constant } = stretch;
    const conditions = where.and(among);
    const behind = direction === 'asc' ? '>' : '<';
    if (after !== null && constant === true) conditions.add(`c.id ${behind} $1::uuid`, after[1]);
    else if (after !== null) conditions.add(`(${key}, c.id) ${behind} ($1::timestamptz, $2::uuid)`, ...after);
    const order = constant === true ? '' : `${key} ${direction}, `;
    const { rows } = await this.pool.query<KeyedRow>(
      `select ${CASE_COLUMNS}, (${key})::text as key from ${from} where ${conditions.sql} order by ${order}c.id ${direction} limit ${String(limit)}`,
      conditions.values,
    );
    return rows;
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
  // Records of a case are listed by themselves, and are no matters to be counted.
  where.add(`c.procedure not in (${RECORD_PROCEDURE_LIST})`);
  const { state, unitId, division, class: of, category, overdue, dueBefore, receivedFrom, receivedTo, q } = query;
  if (state !== undefined) addState(where, known(state));
  if (unitId !== undefined) where.add('c.holder_unit_id = $1::uuid', unitId);
  if (division !== undefined) addDivision(where, division);
  if (of !== undefined) where.add('c.class = $1', of);
  // A category includes what lies below it: 0100.. holds 0103.., which holds 010306.
  if (category !== undefined) where.add('c.category_code like $1', `${category.replace(/(00){1,2}$/, '')}%`);
  if (overdue !== undefined) where.add(overdue === 'true' ? IS_OVERDUE : 'not c.overdue');
  // `dueAt` is 00:00 of the day after the due date: due before a day = dueAt not after its first instant.
  if (dueBefore !== undefined) where.add(`(c.overdue or c.next_due_at ${dueBefore.length === 10 ? '<=' : '<'} $1)`, fromInstant(dueBefore));
  if (receivedFrom !== undefined) where.add('c.received_at >= $1', fromInstant(receivedFrom));
  if (receivedTo !== undefined)
    where.add(receivedTo.length === 10 ? 'c.received_at < $1' : 'c.received_at <= $1', untilInstant(receivedTo));
  if (q !== undefined) addSearch(where, q);
  return where;
}

/** Closed in every procedure that has it. */
const CLOSED: ReadonlySet<string> = new Set(PROCEDURE_DEFINITIONS.flatMap(({ closed }) => closed));
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

/** What is open is found by an index of its own; a closed state is most of the table. */
function addState(where: SqlConditions, state: string): void {
  where.add('c.state = $1', state);
  if (!CLOSED.has(state)) where.add('c.closed_at is null');
}

const CASE_NO_END = /^[\dA-Za-z-]+$/;
const LETTER = /[A-Za-z]/;

/** Words of the title, or the last digits of the case number. */
function addSearch(where: SqlConditions, q: string): void {
  const words = q.trim();
  // Found by the pairs of neighbouring characters, then compared. Letters may be large or small, so their pairs are only compared.
  const pairs = pairsOf(words).filter((pair) => !LETTER.test(pair));
  const inTitle = `${pairs.length === 0 ? '' : 'jiefen.title_pairs(c.title) @> $2::text[] and '}strpos(lower(c.title), lower($1)) > 0`;
  const found = CASE_NO_END.test(words) ? `(reverse(c.case_no) like reverse(upper($1)) || '%' or (${inTitle}))` : inTitle;
  where.add(found, words, ...(pairs.length === 0 ? [] : [pairs]));
}

/** Every two characters that stand side by side. */
function pairsOf(words: string): readonly string[] {
  const characters = Array.from(words);
  return characters.slice(1).map((character, i) => `${characters[i] ?? ''}${character}`);
}
