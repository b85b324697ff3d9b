export { claimDatabase } from './claim-database.ts';
export { setLegalClock } from './legal-clock.ts';
export { openDatabase } from './open-database.ts';
export type { Database } from './open-database.ts';
export { prepareDatabase } from './prepare-database.ts';
