import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { packageRoot } from '#libs/persistence';

export interface TaskResult {
  readonly code: number | null;
  /** What ended it, if it didn't end by itself. */
  readonly signal: NodeJS.Signals | null;
  /** Both streams. */
  readonly output: string;
}

/** Runs a task of the command line (`check-invariants`, `import` …) from the build, as npm's script of that name does. */
export function runTask(args: readonly string[], env: Readonly<Record<string, string>>): Promise<TaskResult> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(packageRoot(), 'scripts', 'start.mjs'), '--no-build', '--app', 'cli', ...args], {
      cwd: packageRoot(),
      env: { PATH: process.env['PATH'], HOME: process.env['HOME'], NODE_ENV: 'test', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        output += text;
      });
    }
    child.once('error', reject);
    child.once('close', (code, signal) => {
      resolve({ code, signal, output });
    });
  });
}
