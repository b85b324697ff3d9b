export { recordTitle } from './title.ts';
export { recordPayload } from './opening.ts';
export type { RecordOpening } from './opening.ts';
