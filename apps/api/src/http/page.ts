export const DEFAULT_LIMIT = 50;

export interface Page<T> {
  readonly items: T[];
  readonly nextCursor: string | null;
}

/** Cuts `limit + 1` rows into a page and the cursor after its last row. */
export function pageOf<T>(rows: readonly T[], limit: number, cursorAfter: (last: T) => string): Page<T> {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { items, nextCursor: rows.length > limit && last !== undefined ? cursorAfter(last) : null };
}

/** A page of what is held in memory anyway, after the item with the given key. */
export function pageOfMemory<T>(
  all: readonly T[],
  limit: number,
  after: string | null,
  keyOf: (item: T) => string,
  cursorAfter: (last: T) => string,
): Page<T> {
  const from = after === null ? 0 : all.findIndex((item) => keyOf(item) === after) + 1;
  return pageOf(all.slice(from, from + limit + 1), limit, cursorAfter);
}
