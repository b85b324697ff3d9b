/** Where a claim may be guided to, with the limit that the organ there has; `other`: our rule packs know none. */
export const EXTERNAL_PROCEDURES = {
  'labour-arbitration': 'LAB-ARB',
  'land-arbitration': 'LAND-ARB',
  reconsideration: 'RECON-DECIDE',
  'reconsideration-summary': 'RECON-SUMMARY',
  'information-disclosure': 'INFO-REPLY',
  other: null,
} as const satisfies Readonly<Record<string, string | null>>;
export type ExternalProcedure = keyof typeof EXTERNAL_PROCEDURES;

export const EXTERNAL_PROCEDURE_NAMES = [
  'labour-arbitration',
  'land-arbitration',
  'reconsideration',
  'reconsideration-summary',
  'information-disclosure',
  'other',
] as const satisfies readonly ExternalProcedure[];

/** The clocks of other organs: theirs, not a duty of whoever follows them. */
export const EXTERNAL_CLOCKS: readonly string[] = EXTERNAL_PROCEDURE_NAMES.flatMap((name) => EXTERNAL_PROCEDURES[name] ?? []);
