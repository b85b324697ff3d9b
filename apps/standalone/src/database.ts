import { completeConfig, createMasterKeyFile } from '#libs/config';
import type { Config, Settings } from '#libs/config';
import { startEmbeddedPostgres } from '#libs/embedded-postgres';
import type { Log } from '#libs/observability';
import { join } from 'node:path';

/** The database this process works on, and how to let go of it. */
export interface Database {
  readonly config: Config;
  /** Stops the embedded server; leaves a foreign one alone. */
  release(): Promise<void>;
}

/**
 * The database of `DATABASE_URL`, else the embedded server, started or found running. On the embedded server's first start
 * a master key is made beside it; a foreign database must be given one, because its data outlive our folder.
 */
export async function openDatabase(settings: Settings, log: Log): Promise<Database> {
  if (settings.databaseUrl !== null) return { config: completeConfig(settings), release: () => Promise.resolve() };
  const server = await startEmbeddedPostgres({
    dataDir: settings.dataDir,
    log: (event, fields) => {
      log.warn(event, fields);
    },
  });
  const masterKey = settings.masterKey ?? (server.fresh ? createMasterKeyFile(join(settings.dataDir, 'master.key')) : undefined);
  try {
    return {
      config: completeConfig(settings, { databaseUrl: server.url, ...(masterKey === undefined ? {} : { masterKey }) }),
      release: () => server.stop(),
    };
  } catch (error) {
    await server.stop();
    throw error;
  }
}
