import type { listCases, QueryOf } from '#libs/contracts';
import { dayAfter, PROCEDURE_DEFINITIONS, startOfDay } from '#libs/domain';
import type { Instant } from '#libs/domain';
import { invalid } from '../http/problem-error.ts';
import type { SqlConditions } from './sql-conditions.ts';

/** What cases are chosen and ordered by. */
export type CaseFilter = Omit<QueryOf<typeof listCases>, 'limit' | 'cursor' | 'count'>;

/** A day means all of it: from its first instant, and up to its last. */
const fromInstant = (value: string): Instant => (value.length === 10 ? startOfDay(value) : new Date(value).toISOString());
const untilInstant = (value: string): Instant => (value.length === 10 ? startOfDay(dayAfter(value)) : new Date(value).toISOString());

/** Closed in every procedure that has it. */
const CLOSED: ReadonlySet<string> = new Set(PROCEDURE_DEFINITIONS.flatMap(({ closed }) => closed));
const STATES: ReadonlySet<string> = new Set(PROCEDURE_DEFINITIONS.flatMap(({ states }) => states));

/** Whether it finds only what is open or overdue: little, while a closed state is most of the table. */
export function isOfOpenCases({ state, overdue, dueBefore }: CaseFilter): boolean {
  return (state !== undefined && !CLOSED.has(state)) || overdue === 'true' || dueBefore !== undefined;
}

export interface Reading {
  /** The table that what can be chosen by is read from: the cases, or the open ones' own. */
  readonly columns: 'c' | 'o';
  /** Words of titles are found by their index, or compared with title after title. */
  readonly words: 'found' | 'compared';
}

/** @throws 400 for an unknown state */
export function addFilter(where: SqlConditions, filter: CaseFilter, { columns, words }: Reading): void {
  const { state, unitId, division, class: of, category, overdue, dueBefore, receivedFrom, receivedTo, q } = filter;
  if (state !== undefined) where.add(`${columns}.state = $1`, known(state));
  if (unitId !== undefined) where.add(`${columns}.holder_unit_id = $1::uuid`, unitId);
  if (division !== undefined) addDivision(where, division, columns);
  if (of !== undefined) where.add(`${columns}.class = $1`, of);
  // A category includes what lies below it: 0100.. holds 0103.., which holds 010306.
  if (category !== undefined) where.add(`${columns}.category_code like $1`, `${category.replace(/(00){1,2}$/, '')}%`);
  if (overdue !== undefined) where.add(overdue === 'true' ? `${columns}.overdue` : `not ${columns}.overdue`);
  // `dueAt` is 00:00 of the day after the due date: due before a day = dueAt not after its first instant.
  if (dueBefore !== undefined) {
    where.add(`(${columns}.overdue or ${columns}.next_due_at ${dueBefore.length === 10 ? '<=' : '<'} $1)`, fromInstant(dueBefore));
  }
  if (receivedFrom !== undefined) where.add(`${columns}.received_at >= $1`, fromInstant(receivedFrom));
  if (receivedTo !== undefined) where.add(`${columns}.received_at ${receivedTo.length === 10 ? '<' : '<='} $1`, untilInstant(receivedTo));
  if (q !== undefined) addSearch(where, q, words);
}

/** @throws 400 for what is no state of any procedure */
function known(state: string): string {
  if (!STATES.has(state)) throw invalid({ field: 'state', code: 'unknown_state', message: 'no procedure has such a state' });
  return state;
}

/** In `/api/cases` a division includes what lies below it. */
export function addDivision(where: SqlConditions, division: string, columns: 'c' | 'o' = 'c'): void {
  if (division.length > 6) where.add('c.division_code like $1', `${division}%`);
  else if (division.endsWith('0000')) where.add(`${columns}.province_code = $1`, division);
  else if (division.endsWith('00')) where.add(`${columns}.city_code = $1`, division);
  else where.add(`${columns}.county_code = $1`, division);
}

const CASE_NO_END = /^[\dA-Za-z-]+$/;
const LETTER = /[A-Za-z]/;

/** The title has the words of $1. */
export const IN_TITLE = 'strpos(lower(c.title), lower($1)) > 0';

/** Words of the title, or the last digits of the case number. */
function addSearch(where: SqlConditions, q: string, how: Reading['words']): void {
  const words = q.trim();
  const pairs = how === 'found' ? indexedPairs(words) : [];
  const inTitle = `${pairs.length === 0 ? '' : 'jiefen.title_pairs(c.title) @> $2::text[] and '}${IN_TITLE}`;
  const found = CASE_NO_END.test(words) ? `(reverse(c.case_no) like reverse(upper($1)) || '%' or (${inTitle}))` : inTitle;
  where.add(found, words, ...(pairs.length === 0 ? [] : [pairs]));
}

/** Every two characters that stand side by side, but for letters: these may be large or small, so their pairs are only compared. */
function indexedPairs(words: string): readonly string[] {
  const characters = Array.from(words);
  return characters
    .slice(1)
    .map((character, i) => `${characters[i] ?? ''}${character}`)
    .filter((pair) => !LETTER.test(pair));
}
