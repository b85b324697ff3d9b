/** What is wrong with data that decisions rest on. */
export const FINDING_KINDS = [
  'gap',
  'overlap',
  'unreachable',
  'pack',
  'date-gap',
  'missing-rule',
  'unused-rule',
  'condition',
  'quiet-hours',
] as const;
export type FindingKind = (typeof FINDING_KINDS)[number];

export interface Finding {
  readonly kind: FindingKind;
  /** The table, pack or rule. */
  readonly where: string;
  /** An English sentence with the inputs for which it goes wrong. */
  readonly counterexample: string;
}
