export { clockToMind } from './clock-to-mind.ts';
export { readsNames } from './disclosure.ts';
export { knowledge, viewerUnits } from './knowledge.ts';
export type { Knowledge } from './knowledge.ts';
export { paperAccess } from './papers.ts';
export type { Paper, PaperAccess } from './papers.ts';
export { isPetitionOffice } from './people.ts';
export { isOverdueDuty, NO_DUTIES, projectCase } from './projection.ts';
export type { ProjectedCase } from './projection.ts';
