import type { Channel } from './channel.ts';

export type AttemptState = 'sending' | 'accepted' | 'refused' | 'failed' | 'unknown';

/** A delivery that one process has in its hands; ids and codes only. */
export interface ClaimedDelivery {
  readonly id: string;
  /** Of the claim: whoever took it over since has a higher one. */
  readonly version: number;
  readonly channel: Channel;
  readonly recipientKind: 'user' | 'party' | 'webhook';
  readonly recipientId: string;
  readonly unitId: string | null;
  readonly roles: readonly string[];
  readonly caseId: string | null;
  readonly caseNo: string | null;
  readonly sealed: boolean;
  readonly seq: number | null;
  readonly kind: string;
  readonly rule: string | null;
  /** Legal time of what happened, ISO 8601 in UTC. */
  readonly at: string;
  readonly message: string;
  readonly tries: number;
  /** The database's clock at the claim. */
  readonly now: string;
  readonly last: { readonly no: number; readonly state: AttemptState; readonly agoMs: number } | null;
}
