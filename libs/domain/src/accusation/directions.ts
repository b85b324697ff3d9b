/** 三向移送: leads go to and fro between the political-legal system, discipline and supervision, and administrative law enforcement. */
export const DIRECTIONS = ['political-legal', 'discipline', 'administrative'] as const;
export type Direction = (typeof DIRECTIONS)[number];

const POLITICAL_LEGAL: ReadonlySet<string> = new Set(['political-legal', 'public-security', 'court', 'procuratorate', 'justice']);

/** Party offices, mass organisations and counters pass matters on; none of them judges an accusation. */
const NO_JUDGES: ReadonlySet<string> = new Set([
  'petition-office',
  'governance-centre',
  'mediation-committee',
  'organisation',
  'womens-federation',
  'trade-union',
  'hotline-12345',
  'government-office',
]);

/** The system an organ belongs to by its function; null for one that judges no accusation. */
export function directionOf(unitFunction: string): Direction | null {
  if (unitFunction === 'discipline') return 'discipline';
  if (POLITICAL_LEGAL.has(unitFunction)) return 'political-legal';
  return NO_JUDGES.has(unitFunction) ? null : 'administrative';
}
