import type { SqlConditions } from '../cases/sql-conditions.ts';

/** Entries of a place, of those around it, and of those in it; codes nest by their digits. */
export function addPlace(where: SqlConditions, division: string, ancestors: readonly string[]): void {
  where.add(`(division = any($1::text[]) or division like $2)`, [division, ...ancestors], `${division.replace(/(00)+$/, '')}%`);
}
