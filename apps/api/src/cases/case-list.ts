import { Inject, Injectable } from '@nestjs/common';
import type { Pool } from 'pg';
import { actorOf } from '#libs/access';
import type { Viewer } from '#libs/access';
import type { listCases, QueryOf } from '#libs/contracts';
import { isOfPlace, READ_POOL, RECORD_PROCEDURE_LIST, visibleCases } from '#libs/persistence';
import { Cursors } from '../http/cursor.ts';
import { DEFAULT_LIMIT, pageOf } from '../http/page.ts';
import type { Page } from '../http/page.ts';
import type { CaseFilter, Reading } from './case-filter.ts';
import { addFilter, IN_TITLE, isOfOpenCases } from './case-filter.ts';
import { CASE_TABLES, mayHold, orderOf, stretchesFrom } from './case-order.ts';
import type { Direction, Stretch } from './case-order.ts';
import { CASE_COLUMNS } from './case-row.ts';
import type { CaseRow } from './case-row.ts';
import { SqlConditions } from './sql-conditions.ts';

type Query = QueryOf<typeof listCases>;

/** Words that so many titles of a thousandth of the stock have are soon met in any order; finding all by the index, to sort them, takes longer. */
const FREQUENT = 5;

/** Rows read together for a file. */
const TOGETHER = 500;

/** Counting goes up to here; beyond it the answer says "1,000+". */
const COUNT_CAP = 1_000;
export interface CasePage extends Page<CaseRow> {
  readonly total?: { readonly count: number; readonly capped: boolean };
}

/** With its place in the list. */
type PlacedRow = CaseRow & { readonly clock: string | null; readonly key: string | null };

/** Clock of its stretch, key and id of the last one before. */
type Place = readonly [clock: string | null, key: string | null, id: string];

/** Which cases a list is of. */
interface Choice {
  readonly viewer: Viewer;
  readonly filter: CaseFilter;
  /** Sealed ones are left out. */
  readonly unsealed: boolean;
}

type Words = Reading['words'];

interface Cut {
  readonly after: Place | null;
  readonly limit: number;
}

interface DirectedCut extends Cut {
  readonly direction: Direction;
}

const placeOf = ({ clock, key, id }: PlacedRow): Place => [clock, key, id];

/** Lists of cases: what the viewer may know of and nothing else, by keyset, stable. */
@Injectable()
export class CaseList {
  constructor(
    @Inject(READ_POOL) private readonly pool: Pool,
    private readonly cursors: Cursors,
  ) {}

  async page(viewer: Viewer, query: Query): Promise<CasePage> {
    const { limit = DEFAULT_LIMIT, cursor, count, ...filter } = query;
    const list = JSON.stringify(['cases by clock', viewer.userId, Object.entries(filter).sort()]);
    const after = this.cursors.read(list, cursor) as Place | null;
    const choice = { viewer, filter, unsealed: false };
    const total = count === 'true' ? await this.#count(choice, COUNT_CAP) : undefined;

    const rows = await this.#ordered(choice, { after, limit: limit + 1 });
    const page = pageOf(rows, limit, (last) => this.cursors.write(list, placeOf(last)));
    return total === undefined ? page : { ...page, total: { count: Math.min(total, COUNT_CAP), capped: total > COUNT_CAP } };
  }

  /** How many cases the filter finds, sealed ones left out; counted up to `most` + 1. */
  countUnsealed(viewer: Viewer, filter: CaseFilter, most: number): Promise<number> {
    return this.#count({ viewer, filter, unsealed: true }, most);
  }

  /** All that the filter finds, in its order, sealed ones left out; at most `most`. */
  async *unsealed(viewer: Viewer, filter: CaseFilter, most: number): AsyncGenerator<CaseRow> {
    let left = most;
    for (let after: Place | null = null; left > 0;) {
      const rows = await this.#ordered({ viewer, filter, unsealed: true }, { after, limit: Math.min(TOGETHER, left) });
      yield* rows;
      const last = rows.at(-1);
      if (last === undefined) return;
      after = placeOf(last);
      left -= rows.length;
    }
  }

  /** Rows in the order of the sort, stretch after stretch. */
  async #ordered(choice: Choice, { after, limit }: Cut): Promise<PlacedRow[]> {
    const order = orderOf(choice.filter.sort ?? '-received');
    const rows: PlacedRow[] = [];
    const words = await this.#wordsOf(choice.filter);
    for (const [i, stretch] of stretchesFrom(order, after?.[0] ?? null).entries()) {
      if (rows.length === limit) break;
      if (!mayHold(stretch, choice.filter)) continue;
      const cut = { after: i === 0 ? after : null, limit: limit - rows.length };
      rows.push(...(await this.#rows(choice, words, stretch, { ...cut, direction: order.direction })));
    }
    return rows;
  }

  async #rows(choice: Choice, words: Words, stretch: Stretch, { after, limit, direction }: DirectedCut): Promise<PlacedRow[]> {
    const { where: among, clock = null } = stretch;
    const open = stretch.open === true || isOfOpenCases(choice.filter);
    const columns = open ? 'o' : 'c';
    const where = conditionsOf(choice, { open, words });
    where.add(among(columns));
    const id = open ? 'o.case_id' : 'c.id';
    const key = stretch.key === null ? null : `${columns}.${stretch.key}`;
    // A unit's cases are found by an index of their own; an index of the order beside it would be read to its end.
    const place = key === null || isOfPlace(actorOf(choice.viewer)) ? key : `${key} + interval '0'`;
    const behind = direction === 'asc' ? '>' : '<';
    if (after !== null && key === null) where.add(`${id} ${behind} $1::uuid`, after[2]);
    else if (after !== null) where.add(`(${place ?? ''}, ${id}) ${behind} ($1::timestamptz, $2::uuid)`, after[1], after[2]);
    const order = [...(key === null ? [] : [key]), id].map((one) => `${one} ${direction}`).join(', ');
    const { rows } = await this.pool.query<CaseRow & { key: string | null }>(
      `select ${CASE_COLUMNS}, ${key === null ? 'null' : `(${key})::text`} as key from ${CASE_TABLES[open ? 'open' : 'all']} where ${where.sql} order by ${order} limit ${String(limit)}`,
      where.values,
    );
    return rows.map((row) => ({ ...row, clock }));
  }

  /** The index knows how frequent pairs of characters are, not words: a sample of the titles tells it. */
  async #wordsOf({ q }: CaseFilter): Promise<Words> {
    if (q === undefined) return 'compared';
    const { rows } = await this.pool.query<{ n: number }>(
      `select count(*)::int as n from jiefen.cases c tablesample system (0.1) where ${IN_TITLE}`,
      [q.trim()],
    );
    return (rows[0]?.n ?? 0) < FREQUENT ? 'found' : 'compared';
  }

  /** Counted up to `most` + 1. */
  async #count(choice: Choice, most: number): Promise<number> {
    const open = isOfOpenCases(choice.filter);
    const where = conditionsOf(choice, { open, words: 'found' });
    const { rows } = await this.pool.query<{ n: number }>(
      `select count(*)::int as n from (select from ${CASE_TABLES[open ? 'open' : 'all']} where ${where.sql} limit ${String(most + 1)}) capped`,
      where.values,
    );
    return rows[0]?.n ?? 0;
  }
}

/** `open`: the open cases' own columns are at hand. */
function conditionsOf(
  { viewer, filter, unsealed }: Choice,
  { open, words }: { readonly open: boolean; readonly words: Words },
): SqlConditions {
  const where = new SqlConditions();
  const visible = visibleCases(actorOf(viewer), 1);
  where.add(visible.sql, ...visible.values);
  // Records of a case are listed by themselves, and are no matters to be counted.
  where.add(`c.procedure not in (${RECORD_PROCEDURE_LIST})`);
  if (unsealed) where.add('not c.sealed');
  addFilter(where, filter, { columns: open ? 'o' : 'c', words });
  return where;
}
