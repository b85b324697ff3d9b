/**
 * What became of one call to a provider. Reasons are codes (`HTTP 422`, `SMTP 550`, `ECONNRESET`), never the provider's own words: it
 * may repeat the address in them.
 */
export type SendOutcome =
  | { readonly kind: 'accepted'; readonly reference: string | null }
  /** It will never take this message. */
  | { readonly kind: 'refused'; readonly reason: string }
  /** It certainly didn't take it, this time. `retryAfter`: ms it asked to be left alone. */
  | { readonly kind: 'failed'; readonly reason: string; readonly retryAfter: number | null }
  /** It may have taken it. */
  | { readonly kind: 'unknown'; readonly reason: string };

/** What a provider says of a message it was asked about by its idempotency key. */
export type AskOutcome =
  | { readonly kind: 'accepted'; readonly reference: string | null }
  | { readonly kind: 'refused'; readonly reason: string }
  /** It never heard of it: sending again doubles nothing. */
  | { readonly kind: 'absent' }
  /** It doesn't know yet, or didn't answer. */
  | { readonly kind: 'pending'; readonly reason: string };
