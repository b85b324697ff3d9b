import type { CaseSnapshot, Instant } from '#libs/domain';

/** A case as the last commit left it; never changed, only replaced. */
export interface LoadedCase {
  readonly snapshot: CaseSnapshot;
  readonly headHash: string;
  readonly seq: number;
  readonly version: number;
  readonly caseNo: string;
  readonly lastAt: Instant;
  readonly closedAt: Instant | null;
}
