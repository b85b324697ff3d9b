import type { Instant, LawSubject } from '#libs/domain';
import type { CasePlan } from './case-plan.ts';
import type { SwitchTotals } from './totals.ts';

export type SwitchState = 'previewed' | 'running' | 'done';

/** One switch as it is kept. */
export interface LawSwitch {
  readonly id: string;
  readonly kind: LawSubject['kind'];
  readonly subject: string;
  readonly running: boolean;
  readonly state: SwitchState;
  readonly baseEdition: number;
  readonly edition: number | null;
  readonly digest: string;
  readonly totals: SwitchTotals;
  readonly reason: string;
  readonly proposedBy: string;
  readonly proposedAt: Instant;
  readonly confirmReason: string | null;
  readonly confirmedBy: string | null;
  readonly confirmedAt: Instant | null;
  readonly finishedAt: Instant | null;
}

export interface SwitchItem {
  readonly n: number;
  readonly caseId: string;
  readonly plan: CasePlan;
  /** `moved`, or why it wasn't; null: not yet. */
  readonly outcome: string | null;
}

const iso = (column: string, name: string): string => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "${name}"`;

export const SWITCH_COLUMNS = `id, kind, subject, running, state, base_edition as "baseEdition", edition, digest, totals, reason, proposed_by as "proposedBy",
  ${iso('proposed_at', 'proposedAt')}, confirm_reason as "confirmReason", confirmed_by as "confirmedBy", ${iso('confirmed_at', 'confirmedAt')}, ${iso('finished_at', 'finishedAt')}`;
