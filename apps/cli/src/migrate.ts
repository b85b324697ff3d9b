import type { Task } from './task.ts';
import { withDatabase } from './with-database.ts';

/** `migrate`: brings schema and organisation up to date, for installations whose apps run as processes of their own. */
export const migrate: Task = async (context) => {
  await withDatabase(context, () => Promise.resolve());
  process.stdout.write('the database is up to date\n');
  return 0;
};
