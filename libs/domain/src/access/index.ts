export { knowledge, viewerUnits } from './knowledge.ts';
export type { Knowledge } from './knowledge.ts';
export { isOverdue, projectCase } from './projection.ts';
export type { ProjectedCase } from './projection.ts';
