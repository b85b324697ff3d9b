export { FAULT_POINTS } from './fault-points.ts';
export type { FaultPoint } from './fault-points.ts';
export { DEATH_NOTE, FaultPointUnknown, planDeath, reachFaultPoint } from './reach-fault-point.ts';
export type { PlannedDeath } from './reach-fault-point.ts';
