export { DueSweep } from './due-sweep.ts';
export type { SweepResult } from './due-sweep.ts';
export { DEFAULT_ESCALATION_OPTIONS, ESCALATION_OPTIONS } from './escalation-options.ts';
export type { EscalationOptions } from './escalation-options.ts';
export { EscalationModule } from './escalation.module.ts';
export { Purge } from './purge.ts';
export { WakeUpHandler } from './wake-up.handler.ts';
