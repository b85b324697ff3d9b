import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { packageRoot } from '#libs/persistence';
import { until } from '../../support/until.ts';

export type ForeignRole = 'bare-worker' | 'guarded-worker' | 'bare-producer' | 'guarded-producer';

interface Line {
  readonly handled?: string;
  readonly added?: string;
  readonly state?: string;
  readonly reason?: string | null;
}

/** A process of its own, from the build, whose clock is wrong (`foreign-clock.mjs`). */
export class ForeignClock {
  readonly lines: Line[] = [];
  #errors = '';

  private constructor(private readonly child: ChildProcess) {
    let rest = '';
    child.stdout?.setEncoding('utf8').on('data', (text: string) => {
      const lines = (rest + text).split('\n');
      rest = lines.pop() ?? '';
      this.lines.push(...lines.map((line) => JSON.parse(line) as Line));
    });
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      this.#errors += text;
    });
  }

  /** `aheadMs` may be negative. */
  static start(role: ForeignRole, databaseUrl: string, aheadMs: number): ForeignClock {
    const folder = import.meta.dirname;
    const child = spawn(
      process.execPath,
      ['--import', join(folder, '..', '..', 'support', 'clock-ahead.mjs'), join(folder, 'foreign-clock.mjs')],
      {
        cwd: packageRoot(),
        env: { PATH: process.env['PATH'], DATABASE_URL: databaseUrl, CLOCK_AHEAD_MS: String(aheadMs), ROLE: role },
        stdio: ['ignore', 'pipe', 'pipe'],
      },
    );
    return new ForeignClock(child);
  }

  /** Waits until it has told something like it. @throws with what it wrote when it ends before that */
  async told(wanted: (line: Line) => boolean): Promise<Line> {
    const found = await until(
      'the process has told',
      () => this.lines.find(wanted) ?? (this.child.exitCode === null ? null : 'ended'),
      (line) => line !== null,
    );
    if (found === null || found === 'ended') throw new Error(`it ended: ${this.#errors}`);
    return found;
  }

  async kill(): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    const gone = once(this.child, 'exit');
    this.child.kill('SIGKILL');
    await gone;
  }
}
