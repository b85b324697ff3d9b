export { RUNG_EDITION } from './clocks.ts';
export { decide } from './decide.ts';
export { foldCase, HistoryError } from './fold.ts';
export { namedCases, namedUnits } from './named.ts';
export { linkedOptions } from './open-linked.ts';
export { openCase } from './open-case.ts';
export { options } from './options.ts';
export type { Options } from './options.ts';
export { FIRST_DEADLINE_CHILD } from './outcome.ts';
