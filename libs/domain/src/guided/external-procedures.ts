/** Limits around another organ's procedure, each a rule of the packs; null where they know none. */
export interface ExternalLimits {
  /** Until when it may be asked for, from the day on which the person knew of his right being harmed. */
  readonly apply: string | null;
  /** Within which the organ says whether it takes the application. */
  readonly accept: string | null;
  /** Within which the other side answers. */
  readonly defence: string | null;
  /** Within which the organ decides. */
  readonly decide: string | null;
  /** Within which the decision may be taken to a court, from its receipt. */
  readonly sue: string | null;
}

const NONE: ExternalLimits = { apply: null, accept: null, defence: null, decide: null, sue: null };
const RECONSIDERATION: ExternalLimits = { ...NONE, apply: 'RECON-APPLY', accept: 'RECON-EXAMINE' };

/** Where a claim may be guided to, with the limits that run there; `other`: our rule packs know none. */
export const EXTERNAL_PROCEDURES = {
  'labour-arbitration': { apply: 'LAB-APPLY', accept: 'LAB-ACCEPT', defence: 'LAB-DEFENCE', decide: 'LAB-ARB', sue: 'LAB-SUE' },
  'land-arbitration': { ...NONE, accept: 'LAND-ACCEPT', defence: 'LAND-DEFENCE', decide: 'LAND-ARB', sue: 'LAND-SUE' },
  reconsideration: { ...RECONSIDERATION, decide: 'RECON-DECIDE' },
  'reconsideration-summary': { ...RECONSIDERATION, decide: 'RECON-SUMMARY' },
  'information-disclosure': { ...NONE, decide: 'INFO-REPLY' },
  other: NONE,
} as const satisfies Readonly<Record<string, ExternalLimits>>;
export type ExternalProcedure = keyof typeof EXTERNAL_PROCEDURES;

export const EXTERNAL_PROCEDURE_NAMES = [
  'labour-arbitration',
  'land-arbitration',
  'reconsideration',
  'reconsideration-summary',
  'information-disclosure',
  'other',
] as const satisfies readonly ExternalProcedure[];

export function limitsOf(name: ExternalProcedure): ExternalLimits {
  return EXTERNAL_PROCEDURES[name];
}

const rulesOf = (...kinds: readonly (keyof ExternalLimits)[]): readonly string[] => [
  ...new Set(EXTERNAL_PROCEDURE_NAMES.flatMap((name) => kinds.flatMap((kind) => limitsOf(name)[kind] ?? []))),
];

export const DECISION_CLOCKS: readonly string[] = rulesOf('decide');
export const BEFORE_FILING: readonly string[] = rulesOf('apply', 'accept');
export const DURING_FILING: readonly string[] = rulesOf('defence', 'decide');

/** The clocks of other organs and the windows around them: nobody's duty of those who follow them. */
export const EXTERNAL_CLOCKS: readonly string[] = rulesOf('apply', 'accept', 'defence', 'decide', 'sue');
