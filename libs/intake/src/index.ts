export { IntakePlanner } from './intake-planner.ts';
export type { IntakePlan, PlannedMatter } from './intake-planner.ts';
export { carriedRouting, registrationPayload } from './registration-payload.ts';
export type { Settled } from './registration-payload.ts';
