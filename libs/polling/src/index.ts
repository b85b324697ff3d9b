export { PollingLoop } from './polling-loop.ts';
export type { PollingOptions, Turn } from './polling-loop.ts';
