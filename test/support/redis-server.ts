import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { Redis } from 'ioredis';
import { freePort } from '#libs/embedded-postgres';

const PLACES = ['/usr/bin/redis-server', '/usr/local/bin/redis-server', '/opt/homebrew/bin/redis-server'];

/** A Redis of the spec's own, in memory, on one port all its life; ended by its own process id. */
export class RedisServer {
  #child: ChildProcess | null = null;

  private constructor(
    private readonly program: string,
    private readonly port: number,
    private readonly policy: string,
  ) {}

  /** `policy`: its maxmemory-policy. @throws one line saying what to install, where there is none */
  static async start(policy = 'noeviction'): Promise<RedisServer> {
    const program = PLACES.find((place) => existsSync(place));
    if (program === undefined) throw new Error('these tests need redis-server: install it (Debian: apt-get install redis-server)');
    const server = new RedisServer(program, await freePort(), policy);
    await server.again();
    return server;
  }

  get url(): string {
    return `redis://127.0.0.1:${String(this.port)}`;
  }

  /** Of the running server; undefined while it is down. */
  get pid(): number | undefined {
    return this.#child?.pid;
  }

  /** Starts the server where it was, empty: nothing is ever kept on disk. Resolves when it answers. */
  async again(): Promise<void> {
    if (this.#child !== null) throw new Error('this Redis is running');
    const settings = ['--save', '', '--appendonly', 'no', '--maxmemory-policy', this.policy];
    const child = spawn(this.program, ['--port', String(this.port), '--bind', '127.0.0.1', ...settings], { stdio: 'ignore' });
    this.#child = child;
    const ended = once(child, 'exit').then(() => {
      throw new Error(`redis-server ended at its start: is port ${String(this.port)} in use?`);
    });
    await Promise.race([this.ask((client) => client.ping(), Infinity), ended]);
    ended.catch(() => undefined);
  }

  /** Loses everything at once and goes on. */
  async flush(): Promise<void> {
    await this.ask((client) => client.flushall());
  }

  /** Asks it by a connection of its own. `attempts`: how often the connection is tried. */
  async ask<T>(question: (client: Redis) => Promise<T>, attempts = 3): Promise<T> {
    const client = new Redis(this.url, {
      maxRetriesPerRequest: attempts === Infinity ? null : attempts,
      retryStrategy: () => 50,
    });
    // What fails shows in the answer.
    client.on('error', () => undefined);
    try {
      return await question(client);
    } finally {
      client.disconnect();
    }
  }

  /** `kill -9`, as when the machine is gone; resolves when the process is. */
  kill(): Promise<void> {
    return this.#end('SIGKILL');
  }

  stop(): Promise<void> {
    return this.#end('SIGTERM');
  }

  /** SIGSTOP: it keeps its connections and answers nothing. */
  freeze(): void {
    this.#child?.kill('SIGSTOP');
  }

  /** SIGCONT after `freeze`. */
  thaw(): void {
    this.#child?.kill('SIGCONT');
  }

  async #end(signal: NodeJS.Signals): Promise<void> {
    const child = this.#child;
    this.#child = null;
    if (child === null || child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, 'exit');
    // A frozen process hears SIGTERM only when it goes on.
    child.kill('SIGCONT');
    child.kill(signal);
    await gone;
  }
}
