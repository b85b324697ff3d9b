import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { FaultPoint } from '#libs/fault-points';
import { packageRoot } from '#libs/persistence';
import type { AppOptions } from './running-app.ts';
import { until } from './until.ts';

const ROOT = packageRoot();
const OUTPUT_KEPT = 200_000;
/** As container runtimes do: what ended by itself with an error is started again a little later. */
const AFTER_ERROR_MS = 1_000;
/** A health check costs something, on a machine that has little to spare. */
const ASK_EVERY = 100;
const START_WITHIN = 240_000;

type Environment = Readonly<Record<string, string>>;

/** How a process ended. */
export interface End {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  /** `performance.now()`. */
  readonly at: number;
  /** What it wrote last, both streams. */
  readonly lastWords: string;
  /** The test killed it. */
  readonly asked: boolean;
}

/** An application in a process of its own that is started again whenever it ends, as a container runtime would. */
export class SupervisedApp {
  readonly ends: End[] = [];
  #child: ChildProcess | null = null;
  #output = '';
  #asked = false;
  #supervised = false;
  #extra: Environment = {};
  #enough: (end: End) => boolean = () => false;
  #supervision: Promise<void> = Promise.resolve();

  constructor(private readonly options: AppOptions) {}

  get name(): string {
    return this.options.app ?? 'standalone';
  }

  get url(): string {
    return `http://127.0.0.1:${String(this.options.port)}`;
  }

  /** The last of what its processes wrote. */
  get output(): string {
    return this.#output;
  }

  /** Starts it and keeps it up; resolves when it is ready for the first time. */
  async start(): Promise<void> {
    this.#supervised = true;
    this.#supervision = this.#keepUp();
    await this.up();
  }

  /** Resolves when it answers that it is alive: its dependencies may be away. */
  async up(): Promise<void> {
    await until(`${this.name} is alive`, () => this.answers('live'), Boolean, START_WITHIN, ASK_EVERY);
  }

  async ready(): Promise<void> {
    await until(`${this.name} is ready`, () => this.answers('ready'), Boolean, START_WITHIN, ASK_EVERY);
  }

  /** Whether this health check passes at this moment. */
  async answers(check: 'live' | 'ready'): Promise<boolean> {
    try {
      const answer = await fetch(`${this.url}/api/health/${check}`, { signal: AbortSignal.timeout(5_000) });
      await answer.arrayBuffer();
      return answer.ok;
    } catch {
      return false;
    }
  }

  /** Variables that every process from the next one on has besides, until one has ended in this way. */
  giveUntil(env: Environment, ended: (end: End) => boolean): void {
    this.#extra = env;
    this.#enough = ended;
  }

  /** As `FAULT_POINT` among them would, and for the process that runs already: it dies there without having been started anew. */
  dieAt(point: FaultPoint, nth: number, ended: (end: End) => boolean): void {
    this.giveUntil({ FAULT_POINT: `${point}:${String(nth)}` }, ended);
    this.#child?.send({ name: point, nth });
  }

  /** `kill -9`, or another signal; resolves when that process is gone. */
  async kill(signal: NodeJS.Signals = 'SIGKILL'): Promise<End> {
    await until(`a process of ${this.name} runs`, () => this.#child, Boolean);
    const count = this.ends.length;
    this.#asked = true;
    this.signal(signal);
    return this.#end(count);
  }

  /** Resolves with the end of the present or next process, whoever brings it about; or with that of the so many-eth, from 0. `why` is for the error. */
  ending(nth = this.ends.length, why = ''): Promise<End> {
    return this.#end(nth, why);
  }

  /** A signal that needs not end it. */
  signal(name: NodeJS.Signals): void {
    this.#child?.kill(name);
  }

  /** Stops it in order and for good. @returns its exit code, null when it had to be killed or was not running */
  async stop(): Promise<number | null> {
    this.#supervised = false;
    const child = this.#child;
    if (child !== null) {
      this.#asked = true;
      child.kill('SIGCONT');
      child.kill('SIGTERM');
    }
    await this.#supervision;
    return child === null ? null : (this.ends.at(-1)?.code ?? null);
  }

  /** Kills it for good. */
  async drop(): Promise<void> {
    this.#supervised = false;
    this.#asked = true;
    this.#child?.kill('SIGKILL');
    await this.#supervision;
  }

  async #keepUp(): Promise<void> {
    while (this.#supervised) {
      const end = await this.#run();
      if (this.#enough(end)) this.#extra = {};
      this.ends.push(end);
      if (!end.asked && end.signal === null) await pause(AFTER_ERROR_MS);
    }
  }

  async #run(): Promise<End> {
    const { app = 'standalone', port, env, node = [] } = this.options;
    this.#asked = false;
    const from = this.#output.length;
    const child = spawn(process.execPath, [...node, join(ROOT, 'scripts', 'start.mjs'), '--no-build', '--app', app], {
      cwd: ROOT,
      env: { PATH: process.env['PATH'], HOME: process.env['HOME'], NODE_ENV: 'test', PORT: String(port), ...env, ...this.#extra },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    this.#child = child;
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text: string) => {
        this.#output = (this.#output + text).slice(-OUTPUT_KEPT);
      });
    }
    // `close` comes after the last output.
    const [code, signal] = await new Promise<[number | null, NodeJS.Signals | null]>((resolve) => {
      child.once('close', (...how) => {
        resolve(how);
      });
    });
    this.#child = null;
    const written = this.#output.length >= OUTPUT_KEPT ? this.#output.slice(-4_000) : this.#output.slice(from);
    return { code, signal, at: performance.now(), lastWords: written.slice(-4_000), asked: this.#asked };
  }

  async #end(count: number, why = ''): Promise<End> {
    await until(
      `a process of ${this.name} ends ${why}`,
      () => this.ends.length,
      (ends) => ends > count,
      START_WITHIN,
    );
    const end = this.ends[count];
    if (end === undefined) throw new Error('unreachable: it has ended');
    return end;
  }
}
