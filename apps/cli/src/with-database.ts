import type { Config } from '#libs/config';
import { openDatabase, prepareDatabase } from '#libs/installation';
import type { TaskContext } from './task.ts';

/** Runs `work` on the prepared database. An embedded server that was running before us, perhaps under a standalone, goes on. */
export async function withDatabase<T>({ settings, log }: TaskContext, work: (config: Config) => Promise<T>): Promise<T> {
  const database = await openDatabase(settings, log);
  try {
    await prepareDatabase(database.config);
    return await work(database.config);
  } finally {
    if (!database.attached) await database.release();
  }
}
