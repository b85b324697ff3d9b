export { notBefore, QUIET_HOURS } from './quiet-hours.ts';
export type { QuietHours, WallTime } from './quiet-hours.ts';
