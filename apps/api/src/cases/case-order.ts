export type Direction = 'asc' | 'desc';

/** What a query reads cases from, always as `c`; `open` has what lists choose open and overdue ones by beside it, as `o`, with columns of the same names. */
export const CASE_TABLES = {
  all: 'jiefen.cases c',
  open: 'jiefen.open_cases o join jiefen.cases c on c.id = o.case_id',
} as const;

/** Cases that share a way of being ordered: by a key, and where it is the same by their ids. */
export interface Stretch {
  /** What its cases have in common, of what is due; left out: nothing. */
  readonly clock?: 'overdue' | 'running' | 'none';
  /** All its cases are open or overdue. */
  readonly open?: true;
  /** SQL of a condition, by the name of the table that has its columns. */
  readonly where: (columns: 'c' | 'o') => string;
  /** A column that holds a timestamptz; null: the key is the same for all, only their ids order them. */
  readonly key: 'received_at' | 'registered_at' | 'next_due_at' | null;
}

const stretch = (key: 'received_at' | 'registered_at'): readonly Stretch[] => [{ where: () => 'true', key }];

/**
 * The orders of lists, each stretch read in the order of an index. By what is due next there are three: an overdue case was due before
 * everything that is still running, and without any clock it comes last, in the order of its receipt.
 */
const ORDERS = {
  received: stretch('received_at'),
  registered: stretch('registered_at'),
  due: [
    { clock: 'overdue', open: true, where: () => 'o.overdue', key: null },
    { clock: 'running', open: true, where: () => 'not o.overdue and o.next_due_at is not null', key: 'next_due_at' },
    { clock: 'none', where: (columns) => `not ${columns}.overdue and ${columns}.next_due_at is null`, key: 'received_at' },
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

/** Stretches that may hold something behind a place in the list. @param clock of the place's stretch; null: the beginning, or the only one */
export function stretchesFrom({ stretches }: CaseOrder, clock: string | null): readonly Stretch[] {
  return clock === null ? stretches : stretches.slice(stretches.findIndex((one) => one.clock === clock));
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
