import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { completeConfig, createMasterKeyFile } from '#libs/config';
import type { Config, Settings } from '#libs/config';
import { startEmbeddedPostgres } from '#libs/embedded-postgres';
import type { Log } from '#libs/observability';

/** Subfolder of the data folder. */
const CLUSTER = 'postgres';

/** The database this process works on, and how to let go of it. */
export interface Database {
  readonly config: Config;
  /** True when the embedded server was running before us. */
  readonly attached: boolean;
  /** Stops the embedded server; leaves a foreign one alone. */
  release(): Promise<void>;
}

/**
 * The database of `DATABASE_URL`, else the embedded server, started or found running. On the embedded server's first start
 * a master key is made beside it; a foreign database must be given one, because its data outlive our folder.
 * @param options `throwaway`: the embedded server's data are deleted when the work is done, so it need not wait for the disk
 */
export async function openDatabase(settings: Settings, log: Log, { throwaway = false } = {}): Promise<Database> {
  if (settings.databaseUrl !== null) return { config: completeConfig(settings), attached: false, release: () => Promise.resolve() };
  // Before the cluster, so that a start that dies between the two leaves no cluster without its key.
  const first = !existsSync(join(settings.dataDir, CLUSTER));
  const masterKey = settings.masterKey ?? (first ? createMasterKeyFile(join(settings.dataDir, 'master.key')) : undefined);
  const server = await startEmbeddedPostgres({
    folder: CLUSTER,
    dataDir: settings.dataDir,
    ...(throwaway ? { settings: { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' } } : {}),
    log: (event, fields) => {
      log.warn(event, fields);
    },
  });
  try {
    const found = { databaseUrl: server.url, ...(masterKey === undefined ? {} : { masterKey }) };
    return { config: completeConfig(settings, found), attached: server.attached, release: () => server.stop() };
  } catch (error) {
    // One that ran before us may be somebody else's.
    if (!server.attached) await server.stop();
    throw error;
  }
}
