import type { Instant, Role } from '#libs/domain';

/** Whoever holds one of these roles in this unit. */
export interface StreamAudience {
  readonly unitId: string;
  readonly roles: readonly Role[];
}

/**
 * Something happened to a case. Ids and numbers only: the client fetches what it may see. It reaches exactly the audience it
 * names, which for a sealed case is the difference between being told and learning that the case exists.
 */
export interface CaseNews {
  /** `inbox`: the audience has a new notice (and the case changed); `case`: the case changed. */
  readonly topic: 'inbox' | 'case';
  readonly caseId: string;
  readonly seq: number;
  readonly version: number;
  readonly at: Instant;
  readonly to: readonly StreamAudience[];
}

/** `resync`: events may have been missed while the connection was away; fetch again whatever is on screen. */
export type StreamEvent = CaseNews | { readonly topic: 'resync' };
