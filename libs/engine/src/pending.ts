import type { Actor } from '#libs/domain';
import type { PartyInput } from '#libs/identity';
import type { Idempotency, ImportMarks, Outcome } from './requests.ts';

/** A command on its way: what was asked, and who waits for the outcome. */
export interface Pending {
  /** Minted when it arrived and kept through every attempt: it is written once, whatever breaks. */
  readonly commandId: string;
  /** Of a registration the command's own id. */
  readonly caseId: string;
  readonly registers: boolean;
  readonly type: string;
  readonly actor: Actor;
  readonly payload: Readonly<Record<string, unknown>>;
  readonly texts: Readonly<Record<string, string>>;
  readonly parties: readonly PartyInput[];
  /** Cases that the payload names: they are locked and compared too. */
  readonly related: readonly string[];
  readonly expectedVersion: number | undefined;
  readonly idempotency: Idempotency | undefined;
  readonly importMarks: ImportMarks | undefined;
  /** A deadline's rung: written only if it is due by the database's clock and the row is still that version. */
  readonly rung: { readonly deadlineId: string; readonly version: number } | undefined;
  /** The engine's own command: never shed. */
  readonly internal: boolean;
  /** Nobody waits for it at this moment: others go first. */
  readonly patient: boolean;
  /** When it arrived, in `ProcessTime`. */
  readonly arrivedAt: number;
  readonly settle: (outcome: Outcome) => void;
  readonly fail: (error: unknown) => void;
}

/** Distinct for every (scope, key); null for a command without. */
export function keyOf(pending: Pending): string | null {
  return pending.idempotency === undefined ? null : `${pending.idempotency.scope}\u0000${pending.idempotency.key}`;
}
