import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync, rmSync, statSync, truncateSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import type { Binaries } from './binaries.ts';
import { prepareBinaries } from './binaries.ts';
import type { Cluster } from './cluster.ts';
import { openCluster, OWNER, SERVER_ENVIRONMENT, withReachablePath, writeRecord } from './cluster.ts';
import { EmbeddedPostgresError } from './embedded-postgres-error.ts';
import { freePort } from './free-port.ts';
import type { OsUser } from './os-user.ts';
import { serverUser } from './os-user.ts';
import { isRunning, isServerOf, readPostmasterFile } from './postmaster-file.ts';
import { serverSettings } from './server-settings.ts';

/** Receives what the supervisor notices, one event name a call. */
export type ServerLog = (event: string, fields: Readonly<Record<string, unknown>>) => void;

export interface EmbeddedPostgresOptions {
  /** The cluster becomes a 0700 subfolder of it. */
  readonly dataDir: string;
  /** Name of that subfolder. */
  readonly folder?: string;
  /** Made on first start. */
  readonly database?: string;
  /** On top of `serverSettings()`. */
  readonly settings?: Readonly<Record<string, string>>;
  readonly log?: ServerLog;
}

/** A running server. */
export interface EmbeddedPostgres {
  /** Connection string of the owner to the database of the options. */
  readonly url: string;
  readonly port: number;
  /** True when the cluster was made by this start. */
  readonly fresh: boolean;
  /** True when the server was running already, left over from a process that was killed. */
  readonly attached: boolean;
  /** Of the server as it runs now; changes when it had to be restarted. */
  readonly pid: number;
  /** Connection string of the owner to another database of the cluster. */
  urlOf(database: string): string;
  /** Ends supervision and the server: open sessions are broken off, everything committed is kept. */
  stop(): Promise<void>;
}

const READY_WITHIN_MS = 60_000;
const FAST_STOP_MS = 12_000;
const LOG_LIMIT_BYTES = 10 * 1024 * 1024;

/**
 * Starts the cluster's server, or attaches to the one that a killed process left running, and restarts it whenever it dies.
 * @throws EmbeddedPostgresError one line, when it cannot be started
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const dataDir = resolve(options.dataDir);
  const name = options.folder ?? 'postgres';
  const user = serverUser();
  const binaries = prepareBinaries(user);
  const cluster = openCluster(dataDir, name, binaries, user);
  const settings = { ...serverSettings(), ...options.settings };
  const server = new EmbeddedServer(
    { cluster, binaries, user, settings, logFile: join(dataDir, `${name}.log`) },
    options.database ?? OWNER,
    options.log ?? (() => undefined),
  );
  await server.start();
  return server;
}

interface Launch {
  readonly cluster: Cluster;
  readonly binaries: Binaries;
  readonly user: OsUser | null;
  readonly settings: Readonly<Record<string, string>>;
  readonly logFile: string;
}

class EmbeddedServer implements EmbeddedPostgres {
  attached = false;
  port = 0;
  pid = 0;
  readonly fresh: boolean;
  private readonly stopSignal = new AbortController();
  private supervision: Promise<void> = Promise.resolve();

  constructor(
    private readonly launch: Launch,
    private readonly database: string,
    private readonly log: ServerLog,
  ) {
    this.fresh = launch.cluster.fresh;
  }

  get url(): string {
    return this.urlOf(this.database);
  }

  urlOf(database: string): string {
    const { password } = this.launch.cluster.record;
    return `postgresql://${OWNER}:${password}@127.0.0.1:${String(this.port)}/${encodeURIComponent(database)}`;
  }

  async start(): Promise<void> {
    this.attached = await this.attach();
    if (!this.attached) await this.launchServer(await this.choosePort());
    await this.ensureDatabase();
    this.supervision = this.supervise();
  }

  async stop(): Promise<void> {
    this.stopSignal.abort();
    await this.supervision;
    if (!isRunning(this.pid)) return;
    signal(this.pid, 'SIGINT');
    if (await gone(this.pid, FAST_STOP_MS)) return;
    this.log('postgres.stop_forced', { pid: this.pid });
    signal(this.pid, 'SIGQUIT');
    await gone(this.pid, FAST_STOP_MS);
  }

  private async choosePort(): Promise<number> {
    const { record, recordFile } = this.launch.cluster;
    const port = await freePort(record.port);
    if (port !== record.port) writeRecord(recordFile, { ...record, port });
    return port;
  }

  /** True when this cluster's server runs already. */
  private async attach(): Promise<boolean> {
    const { folder, record } = this.launch.cluster;
    const found = readPostmasterFile(folder);
    if (found === null || !isServerOf(record.mark, found.pid)) return false;
    await this.untilReady(found.pid, () => isRunning(found.pid));
    this.pid = found.pid;
    this.port = readPostmasterFile(folder)?.port ?? found.port;
    return true;
  }

  /** Tries until the server is ready: after a kill the memory of its old processes lingers for a moment. */
  private async launchServer(port: number): Promise<void> {
    const deadline = Date.now() + READY_WITHIN_MS;
    for (;;) {
      const reason = await this.tryLaunch(port);
      if (reason === null) return;
      if (!/still in use|lock file|Address already in use/i.test(reason) || Date.now() > deadline) {
        throw new EmbeddedPostgresError(`the embedded PostgreSQL does not start: ${reason}`);
      }
      await pause(100);
    }
  }

  /** Null when it is ready, else why it isn't. */
  private async tryLaunch(port: number): Promise<string | null> {
    this.removeStaleFile();
    const child = this.spawnServer(port);
    const end: { reason: string | null } = { reason: null };
    child.once('error', (error) => {
      end.reason = error.message;
    });
    const explain = (): void => {
      end.reason ??= this.lastLogLine();
    };
    child.once('exit', explain);
    if (child.pid === undefined) {
      await pause(10);
      return end.reason ?? 'the server could not be started';
    }
    const { pid } = child;
    await this.untilReady(pid, () => end.reason === null);
    if (end.reason !== null) return end.reason;
    // From here on its end is the supervisor's matter, and its log may be gone with the folder by then.
    child.off('exit', explain);
    this.pid = pid;
    this.port = port;
    return null;
  }

  private spawnServer(port: number): ChildProcess {
    const { cluster, binaries, user, settings, logFile } = this.launch;
    if (existsSync(logFile) && statSync(logFile).size > LOG_LIMIT_BYTES) truncateSync(logFile);
    const logDescriptor = openSync(logFile, 'a', 0o600);
    try {
      return withReachablePath(cluster.folder, user, (path, descriptor) => {
        const args = ['-D', path, '-p', String(port), '-c', `cluster_name=${cluster.record.mark}`];
        for (const [name, value] of Object.entries(settings)) args.push('-c', `${name}=${value}`);
        // Detached, in a process group of its own: Ctrl-C is meant for us, and we stop it last.
        const child = spawn(join(binaries.folder, 'bin', 'postgres'), args, {
          ...user,
          cwd: '/',
          env: SERVER_ENVIRONMENT,
          detached: true,
          stdio: ['ignore', logDescriptor, logDescriptor, descriptor],
        });
        child.unref();
        return child;
      });
    } finally {
      closeSync(logDescriptor);
    }
  }

  /** The server believes a pid file whose number runs; when that is a stranger or a zombie, it would never start again. */
  private removeStaleFile(): void {
    const { folder, record } = this.launch.cluster;
    const found = readPostmasterFile(folder);
    if (found !== null && !isServerOf(record.mark, found.pid)) rmSync(join(folder, 'postmaster.pid'), { force: true });
  }

  private async untilReady(pid: number, alive: () => boolean): Promise<void> {
    const deadline = Date.now() + READY_WITHIN_MS;
    while (alive() && Date.now() < deadline) {
      const found = readPostmasterFile(this.launch.cluster.folder);
      if (found?.pid === pid && found.ready) return;
      await pause(15);
    }
    if (alive())
      throw new EmbeddedPostgresError(
        `the embedded PostgreSQL is not ready after ${String(READY_WITHIN_MS / 1000)} s, see ${this.launch.logFile}`,
      );
  }

  /** Polls, because a server that we attached to is no child of ours and sends no signal when it dies. */
  private async supervise(): Promise<void> {
    while (!this.stopping()) {
      await this.rest(200);
      if (this.stopping() || isRunning(this.pid)) continue;
      this.log('postgres.died', { pid: this.pid });
      await this.restart();
    }
  }

  private async restart(): Promise<void> {
    for (let attempt = 1; !this.stopping(); attempt += 1) {
      try {
        if (!(await this.attach())) await this.launchServer(this.port);
        this.log('postgres.restarted', { pid: this.pid, attempt });
        return;
      } catch (error) {
        this.log('postgres.restart_failed', { attempt, reason: error instanceof Error ? error.message : String(error) });
        await this.rest(1_000);
      }
    }
  }

  private stopping(): boolean {
    return this.stopSignal.signal.aborted;
  }

  /** Waits without keeping the process alive, and no longer than until `stop`. */
  private async rest(ms: number): Promise<void> {
    await pause(ms, undefined, { ref: false, signal: this.stopSignal.signal }).catch(() => undefined);
  }

  private async ensureDatabase(): Promise<void> {
    const client = new pg.Client({ connectionString: this.urlOf('postgres'), connectionTimeoutMillis: 10_000 });
    client.on('error', () => undefined);
    try {
      await client.connect();
      const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [this.database]);
      if (rowCount === 0) await client.query(`create database ${client.escapeIdentifier(this.database)}`);
    } catch (error) {
      throw new EmbeddedPostgresError(`the embedded PostgreSQL does not answer: ${error instanceof Error ? error.message : String(error)}`);
    } finally {
      await client.end();
    }
  }

  private lastLogLine(): string {
    if (!existsSync(this.launch.logFile)) return 'no reason given';
    const lines = readFileSync(this.launch.logFile, 'utf8').trim().split('\n');
    return lines.findLast((line) => line.includes('FATAL') || line.includes('PANIC')) ?? lines.at(-1) ?? 'no reason given';
  }
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch {
    // It has ended in the meantime.
  }
}

async function gone(pid: number, withinMs: number): Promise<boolean> {
  const deadline = Date.now() + withinMs;
  while (isRunning(pid)) {
    if (Date.now() > deadline) return false;
    await pause(20);
  }
  return true;
}
