/** After so many tries without success an outbox row becomes a dead letter. */
export const MAX_TRIES = 5;

/**
 * Tries that a row makes in the company of others. When the process dies meanwhile, any of them, or none, may be to blame: these
 * tries count against nobody.
 */
export const TRIES_IN_COMPANY = 2;

/**
 * Whether a row has had enough. One that left no word has to have been in hand alone, and the process to have died, as often as
 * others may fail: processes are killed for reasons that no row has.
 */
export function isSpent(row: { readonly tries: number; readonly error: string | null }, maxTries: number = MAX_TRIES): boolean {
  return row.tries >= (row.error === null ? maxTries + TRIES_IN_COMPANY : maxTries);
}
