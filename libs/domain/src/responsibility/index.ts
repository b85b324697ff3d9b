export { traceResponsibility } from './trace.ts';
export type { Act, DueDuty, HeldSpan, Trace } from './trace.ts';
