export { exclusionsOf, respondentUnits } from './exclusions.ts';
export { NoUnitLeft, route } from './route.ts';
export { rulingFindings, rulingFor } from './rulings.ts';
export type { RoutingRuling } from './rulings.ts';
export { ROUTING_TABLE, TARGETS } from './table.ts';
export type { RoutingRow, Target } from './table.ts';
export { EXCLUSION_REASONS, ROUTING_RULES } from './types.ts';
export type { ExclusionReason, Respondent, RoutedUnit, Routing, RoutingInput, RoutingReason, RoutingRule } from './types.ts';
