export { endInOneLine } from './end-in-one-line.ts';
export { runProcess } from './run-process.ts';
export type { ProcessDefinition } from './run-process.ts';
