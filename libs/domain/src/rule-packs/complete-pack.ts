import type { PackRow } from './petition-rules.ts';
import type { RulePack } from './rule.ts';

/**
 * Completes rows with what the pack gives them: region, dates, and the defaults "not pausable", "no extension".
 * A row whose law is younger than the pack keeps its own first day.
 */
export function rulePack(head: Omit<RulePack, 'rules'>, rows: readonly PackRow[]): RulePack {
  return {
    ...head,
    rules: rows.map((row) => ({
      pausableBy: [],
      extension: null,
      localDefault: false,
      dateMayBeSet: row.unit === 'set-by-person',
      ...row,
      region: head.region,
      effectiveFrom: row.effectiveFrom !== undefined && row.effectiveFrom > head.effectiveFrom ? row.effectiveFrom : head.effectiveFrom,
      effectiveTo: row.effectiveTo ?? head.effectiveTo,
    })),
  };
}
