import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { Redis } from 'ioredis';
import { freePort } from '#libs/embedded-postgres';
import { until } from './until.ts';

const PLACES = ['/usr/bin/redis-server', '/usr/local/bin/redis-server', '/opt/homebrew/bin/redis-server'];

/** A Redis of the spec's own, in memory, on a free port; ended by its own process id. */
export class RedisServer {
  private constructor(
    readonly url: string,
    private readonly child: ChildProcess,
  ) {}

  /** @throws one line saying what to install, where there is none */
  static async start(policy = 'noeviction'): Promise<RedisServer> {
    const program = PLACES.find((place) => existsSync(place));
    if (program === undefined) throw new Error('the queue tests need redis-server: install it (Debian: apt-get install redis-server)');
    const port = await freePort(null);
    const child = spawn(
      program,
      ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no', '--maxmemory-policy', policy],
      { stdio: 'ignore' },
    );
    const server = new RedisServer(`redis://127.0.0.1:${String(port)}`, child);
    const probe = new Redis(server.url, { maxRetriesPerRequest: null });
    probe.on('error', () => undefined);
    await probe.ping();
    probe.disconnect();
    return server;
  }

  /** Loses everything, as a Redis without persistence does. */
  async flush(): Promise<void> {
    const client = new Redis(this.url);
    await client.flushall();
    client.disconnect();
  }

  async stop(): Promise<void> {
    this.child.kill('SIGTERM');
    await until(
      () => this.child.exitCode !== null || this.child.signalCode !== null,
      (ended) => ended,
    );
  }
}
