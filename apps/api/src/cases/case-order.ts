import { NO_DUTIES } from '#libs/domain';

export type Direction = 'asc' | 'desc';

/** Cases that share a way of being ordered: by a key, and where it is the same by their ids. */
export interface Stretch {
  /** What its cases have in common, of what is due; left out: nothing. */
  readonly clock?: 'overdue' | 'running' | 'none';
  /** A table expression that names the case `c`. */
  readonly from: string;
  readonly where: string;
  /** SQL of a timestamptz. */
  readonly key: string;
  /** The key is the same for all: only their ids order them. */
  readonly constant?: true;
}

const stretch = (key: string): readonly Stretch[] => [{ from: 'jiefen.cases c', where: 'true', key }];

/** Keys before and behind every instant at which something is due. */
const OVERDUE = "'-infinity'::timestamptz";
const NEVER_DUE = "'9999-01-01Z'::timestamptz";

/** Over `c`; the deadlines tell which they are, by an index that holds nothing else. */
export const IS_OVERDUE = `c.overdue and c.id in (select o.case_id from jiefen.deadlines o
  where o.state = 'fired' and o.done_at is null and o.rule not in (${NO_DUTIES.map((rule) => `'${rule}'`).join(', ')}))`;

/**
 * The orders of lists. By what is due next in three stretches: an overdue case was due before everything that is still running, and without
 * any clock it comes last. Each is read in the order of an index, those with a clock by their deadlines: the cases have no
 * index on what nearly every step changes.
 */
const ORDERS = {
  received: stretch('c.received_at'),
  registered: stretch('c.registered_at'),
  due: [
    { clock: 'overdue', from: 'jiefen.cases c', where: IS_OVERDUE, key: OVERDUE, constant: true },
    {
      clock: 'running',
      from: 'jiefen.deadlines d join jiefen.cases c on c.id = d.case_id and c.next_due_at = d.due_at and not c.overdue',
      // Two clocks that end together are one place in the list.
      where: `d.state = 'armed' and not exists (select from jiefen.deadlines e
        where e.case_id = d.case_id and e.state = 'armed' and e.due_at = d.due_at and e.id < d.id)`,
      key: 'd.due_at',
    },
    { clock: 'none', from: 'jiefen.cases c', where: 'not c.overdue and c.next_due_at is null', key: NEVER_DUE, constant: true },
  ],
} as const satisfies Record<string, readonly Stretch[]>;

export interface CaseOrder {
  readonly direction: Direction;
  /** In the order in which they are listed. */
  readonly stretches: readonly Stretch[];
}

/** @param sort `received`, `-received` … */
export function orderOf(sort: string): CaseOrder {
  const stretches: readonly Stretch[] = ORDERS[sort.replace(/^-/, '') as keyof typeof ORDERS];
  return sort.startsWith('-') ? { direction: 'desc', stretches: [...stretches].reverse() } : { direction: 'asc', stretches };
}

/** Stretches that may hold something behind a place in the list. @param key of the place, as text; null: the beginning */
export function stretchesFrom({ stretches }: CaseOrder, key: string | null): readonly Stretch[] {
  if (key === null || stretches.length === 1) return stretches;
  const kind = key === '-infinity' ? OVERDUE : key.startsWith('9999-01-01') ? NEVER_DUE : 'd.due_at';
  return stretches.slice(stretches.findIndex((one) => one.key === kind));
}

/**
 * Whether a stretch can hold anything that the filter finds: where it can't, the database would read the whole table to learn so.
 * @param filter of the list: whether overdue cases are asked for, and whether those due before a day
 */
export function mayHold(
  { clock }: Stretch,
  filter: { readonly overdue?: string | undefined; readonly dueBefore?: string | undefined },
): boolean {
  if (clock === undefined) return true;
  if (clock === 'overdue') return filter.overdue !== 'false';
  return filter.overdue !== 'true' && (clock === 'running' || filter.dueBefore === undefined);
}
