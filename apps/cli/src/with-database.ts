import type { Config } from '#libs/config';
import { openDatabase, prepareDatabase } from '#libs/installation';
import type { TaskContext } from './task.ts';

/**
 * Runs `work` on the prepared database. An embedded server that was running before us, perhaps under a standalone, goes on.
 * @param options `throwaway`: nothing of it is kept, so the server need not wait for the disk
 */
export async function withDatabase<T>(
  { settings, log }: TaskContext,
  work: (config: Config) => Promise<T>,
  options: { readonly throwaway?: boolean } = {},
): Promise<T> {
  const database = await openDatabase(settings, log, options);
  try {
    await prepareDatabase(database.config);
    return await work(database.config);
  } finally {
    if (!database.attached) await database.release();
  }
}
