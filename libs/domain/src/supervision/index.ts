export { supervisionsOf } from './supervise.ts';
export type { SupervisedDeadline } from './supervise.ts';
