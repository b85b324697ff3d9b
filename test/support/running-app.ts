import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { packageRoot } from '#libs/persistence';
import { until } from './until.ts';

const ROOT = packageRoot();
const OUTPUT_KEPT = 200_000;

export interface AppOptions {
  /** Which application of `apps/`; default the standalone. */
  readonly app?: string;
  readonly port: number;
  /** Beside `PATH` and `HOME`; nothing else of this process's environment gets through. */
  readonly env: Readonly<Record<string, string>>;
  /** Options of node itself. */
  readonly node?: readonly string[];
  /** When it counts as started: when its health checks pass (default), or as soon as it answers. */
  readonly startedWhen?: 'ready' | 'live';
}

/** An application as `npm start -- --no-build` runs it, in a process of its own that can be killed and started again. */
export class RunningApp {
  #child: ChildProcess | undefined;
  #up: Promise<void> = Promise.resolve();
  /** Ends the wait of those who came while it was down. */
  #downUntil: ((up: Promise<void>) => void) | undefined;
  #output = '';
  /** Exits that nobody asked for, with the output before them. */
  readonly deaths: string[] = [];

  constructor(private readonly options: AppOptions) {}

  get url(): string {
    return `http://127.0.0.1:${String(this.options.port)}`;
  }

  get pid(): number | undefined {
    return this.#child?.pid;
  }

  /** The last of what it wrote, both streams. */
  get output(): string {
    return this.#output;
  }

  /** Starts the process; resolves when it is ready. @throws Error with its output when it ends before that */
  start(): Promise<void> {
    const up = this.#launch();
    // Clients wait for it too; whoever called `start` is told.
    up.catch(() => undefined);
    this.#up = up;
    this.#downUntil?.(up);
    return up;
  }

  /** Resolves when the latest start has succeeded. */
  async up(): Promise<void> {
    for (let seen: Promise<void> | undefined; seen !== this.#up;) {
      seen = this.#up;
      await seen;
    }
  }

  /** `kill -9`; resolves when the process is gone. */
  async kill(): Promise<void> {
    await this.#end('SIGKILL');
  }

  /** Asks it to stop; resolves with its exit code. */
  async stop(): Promise<number | null> {
    return this.#end('SIGTERM');
  }

  async #end(signal: NodeJS.Signals): Promise<number | null> {
    const child = this.#child;
    this.#child = undefined;
    this.#up = new Promise((resolve) => {
      this.#downUntil = resolve;
    });
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return child?.exitCode ?? null;
    const gone = new Promise<number | null>((resolve) => {
      child.once('exit', resolve);
    });
    child.kill(signal);
    return gone;
  }

  async #launch(): Promise<void> {
    const { app = 'standalone', port, env, node = [] } = this.options;
    const child = spawn(process.execPath, [...node, join(ROOT, 'scripts', 'start.mjs'), '--no-build', '--app', app], {
      cwd: ROOT,
      env: { PATH: process.env['PATH'], HOME: process.env['HOME'], NODE_ENV: 'test', PORT: String(port), ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.#child = child;
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        this.#output = (this.#output + text).slice(-OUTPUT_KEPT);
      });
    }
    child.once('exit', (code, signal) => {
      if (this.#child !== child) return;
      const death = `${app} ended with ${String(signal ?? code)}: ${this.#output.slice(-2_000)}`;
      this.deaths.push(death);
      // Whoever waits for it waits in vain.
      this.#up = Promise.reject(new Error(death));
      this.#up.catch(() => undefined);
    });
    const state = await until(
      `${app} is ready`,
      async () => ((child.exitCode ?? child.signalCode) === null ? ((await this.#hasStarted()) ? 'ready' : 'starting') : 'ended'),
      (answer) => answer !== 'starting',
    );
    if (state === 'ended') {
      const how = String(child.signalCode ?? child.exitCode);
      throw new Error(`${app} ended with ${how} while it was starting: ${this.#output.slice(-2_000)}`);
    }
  }

  async #hasStarted(): Promise<boolean> {
    try {
      const answer = await fetch(`${this.url}/api/health/${this.options.startedWhen ?? 'ready'}`, { signal: AbortSignal.timeout(5_000) });
      await answer.arrayBuffer();
      return answer.ok;
    } catch {
      return false;
    }
  }
}
