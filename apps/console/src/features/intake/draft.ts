import type { IntakeValues } from './values.ts';

interface Draft {
  readonly values: IntakeValues;
  readonly idempotencyKey: string;
}

/**
 * The form left for another page is there on coming back. In memory only: counters share their PCs, and personal data is
 * never kept unencrypted at rest. A reload loses it; the encrypted drafts of console.md 5 come with a later issue.
 */
let draft: Draft | null = null;

export function keepDraft(values: IntakeValues, idempotencyKey: string): void {
  draft = { values, idempotencyKey };
}

export function keptDraft(): Draft | null {
  return draft;
}

export function dropDraft(): void {
  draft = null;
}
