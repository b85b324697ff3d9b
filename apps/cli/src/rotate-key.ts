import { ConfigError, createMasterKeyFile, readMasterKeyFile } from '#libs/config';
import { rotateMasterKey } from '#libs/identity';
import { createPool } from '#libs/persistence';
import type { Task } from './task.ts';
import { withDatabase } from './with-database.ts';

/**
 * `rotate-key <file>`: wraps every case's key under the master key in that file, which is made when it doesn't exist. The
 * application must be stopped, and be given the new key afterwards.
 */
export const rotateKey: Task = async (context) => {
  const [file] = context.args;
  if (file === undefined) throw new ConfigError('name the file of the new master key: npm run key:rotate -- <file>');
  const next = readMasterKeyFile(file) ?? createMasterKeyFile(file);
  const cases = await withDatabase(context, async (config) => {
    const pool = createPool(config.databaseUrl, { name: 'rotate-key', max: 1, statementTimeout: 600_000, asApplication: false });
    try {
      return await rotateMasterKey(pool, config.masterKey, next);
    } finally {
      await pool.end();
    }
  });
  process.stdout.write(
    `${cases} cases are under the new key: put ${file} in the place of the old one, or set JIEFEN_MASTER_KEY_FILE, then start again\n`,
  );
  return 0;
};
