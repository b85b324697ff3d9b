import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  accessSync,
  chmodSync,
  chownSync,
  closeSync,
  constants,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Binaries } from './binaries.ts';
import { EmbeddedPostgresError } from './embedded-postgres-error.ts';
import type { OsUser } from './os-user.ts';
import { canReach } from './os-user.ts';

/** Name of the bootstrap superuser, which owns the schema. */
export const OWNER = 'jiefen';

/** What has to be known to start or find a cluster's server again; kept in a 0600 file beside the cluster. */
export interface ClusterRecord {
  /** Random; stands in the server's command line, so that a process number found later can be told from a stranger's. */
  readonly mark: string;
  readonly password: string;
  readonly port: number | null;
}

/** A cluster on disk. */
export interface Cluster {
  readonly folder: string;
  readonly recordFile: string;
  /** True when it was made just now. */
  readonly fresh: boolean;
  readonly record: ClusterRecord;
}

/** Opens the cluster at `<dataDir>/<name>` (mode 0700), making it first when there is none. */
export function openCluster(dataDir: string, name: string, binaries: Binaries, user: OsUser | null): Cluster {
  const folder = join(dataDir, name);
  const recordFile = join(dataDir, `${name}.json`);
  makeDataDir(dataDir);
  if (existsSync(join(folder, 'PG_VERSION'))) {
    checkVersion(folder, binaries);
    return { folder, recordFile, fresh: false, record: readRecord(recordFile) };
  }
  if (existsSync(folder))
    throw new EmbeddedPostgresError(`${folder} exists and is no PostgreSQL cluster; remove it or choose another DATA_DIR`);
  const record: ClusterRecord = {
    mark: `${OWNER}-${randomBytes(8).toString('hex')}`,
    password: randomBytes(18).toString('base64url'),
    port: null,
  };
  initialise(folder, recordFile, binaries, user, record);
  return { folder, recordFile, fresh: true, record };
}

/** Written whole or not at all. */
export function writeRecord(recordFile: string, record: ClusterRecord): void {
  const temporary = `${recordFile}.${String(process.pid)}`;
  writeFileSync(temporary, `${JSON.stringify(record)}\n`, { mode: 0o600 });
  renameSync(temporary, recordFile);
}

/**
 * Runs `start` with the path under which the server's OS user can enter `folder`. Where a folder above is closed to him (a
 * project under /root), that is the open descriptor number 3, which `start` must hand down as its fourth stdio entry.
 */
export function withReachablePath<T>(folder: string, user: OsUser | null, start: (path: string, descriptor: number | 'ignore') => T): T {
  if (user === null || canReach(folder, user)) return start(folder, 'ignore');
  if (process.platform !== 'linux')
    throw new EmbeddedPostgresError(`the OS user that runs PostgreSQL cannot enter ${folder}; choose another DATA_DIR`);
  const descriptor = openSync(folder, 'r');
  try {
    return start('/proc/self/fd/3', descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/** The little that a server needs from outside. */
export const SERVER_ENVIRONMENT: Readonly<Record<string, string>> = { PATH: '/usr/local/bin:/usr/bin:/bin', LC_ALL: 'C.UTF-8', TZ: 'UTC' };

/** Made beside its place and moved there when complete: a start that dies half way leaves nothing that looks like a cluster. */
function initialise(folder: string, recordFile: string, binaries: Binaries, user: OsUser | null, record: ClusterRecord): void {
  const staged = `${folder}.new`;
  rmSync(staged, { recursive: true, force: true });
  mkdirSync(staged, { mode: 0o700 });
  const secrets = mkdtempSync(join(tmpdir(), 'jiefen-initdb-'));
  const passwordFile = join(secrets, 'password');
  try {
    writeFileSync(passwordFile, `${record.password}\n`, { mode: 0o600 });
    if (user !== null) {
      for (const path of [staged, secrets, passwordFile]) chownSync(path, user.uid, user.gid);
    }
    chmodSync(staged, 0o700);
    const result = withReachablePath(staged, user, (path, descriptor) =>
      spawnSync(
        join(binaries.folder, 'bin', 'initdb'),
        [
          `--pgdata=${path}`,
          `--username=${OWNER}`,
          `--pwfile=${passwordFile}`,
          '--auth=scram-sha-256',
          '--encoding=UTF8',
          '--locale=C.UTF-8',
        ],
        { ...user, cwd: '/', env: SERVER_ENVIRONMENT, stdio: ['ignore', 'pipe', 'pipe', descriptor], encoding: 'utf8' },
      ),
    );
    if (result.status !== 0) throw new EmbeddedPostgresError(`initdb failed: ${result.error?.message ?? firstError(result.stderr)}`);
    writeRecord(recordFile, record);
    renameSync(staged, folder);
  } finally {
    rmSync(secrets, { recursive: true, force: true });
    rmSync(staged, { recursive: true, force: true });
  }
}

function makeDataDir(dataDir: string): void {
  try {
    mkdirSync(dataDir, { recursive: true });
    accessSync(dataDir, constants.W_OK);
  } catch (error) {
    throw new EmbeddedPostgresError(`the data folder ${dataDir} cannot be used: ${(error as NodeJS.ErrnoException).code ?? String(error)}`);
  }
}

function checkVersion(folder: string, binaries: Binaries): void {
  const ours = Number.parseInt(binaries.packageVersion, 10);
  const theirs = Number.parseInt(readFileSync(join(folder, 'PG_VERSION'), 'utf8'), 10);
  if (theirs === ours) return;
  const relation = theirs > ours ? 'newer than' : 'older than';
  throw new EmbeddedPostgresError(
    `${folder} was made by PostgreSQL ${String(theirs)}, ${relation} the embedded PostgreSQL ${String(ours)}; choose another DATA_DIR`,
  );
}

function readRecord(recordFile: string): ClusterRecord {
  let record: Partial<ClusterRecord>;
  try {
    record = JSON.parse(readFileSync(recordFile, 'utf8')) as Partial<ClusterRecord>;
  } catch {
    record = {};
  }
  if (typeof record.mark !== 'string' || typeof record.password !== 'string') {
    throw new EmbeddedPostgresError(`${recordFile} is missing or broken: it holds the password of the cluster beside it`);
  }
  return { mark: record.mark, password: record.password, port: record.port ?? null };
}

function firstError(stderr: string): string {
  return (
    stderr.split('\n').find((line) => line.includes('error:') || line.includes('FATAL')) ??
    stderr.trim().split('\n').at(-1) ??
    'no reason given'
  );
}
