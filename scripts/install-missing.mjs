/** Makes node_modules agree with package-lock.json. Plain Node: it runs before anything is installed. */
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export const ROOT = join(import.meta.dirname, '..');

/** Installs what the lock file says when something else is installed; answers whether it did. */
export async function installMissing() {
  if (isInstalled()) return false;
  console.log('Installing packages …');
  // The build needs the development packages, whatever NODE_ENV says.
  const npm = process.env.npm_execpath;
  const [command, first] = npm?.endsWith('.js') ? [process.execPath, [npm]] : ['npm', []];
  const quiet = ['--include=dev', '--no-audit', '--no-fund', '--loglevel=error'];
  try {
    await run(command, [...first, 'ci', ...quiet]);
  } catch (error) {
    if (ended !== null) throw error;
    // A registry that lacks packages of other platforms makes `ci` refuse a good lock file; `install` keeps to its versions all the same.
    await run(command, [...first, 'install', '--no-save', ...quiet]);
  }
  return true;
}

/** npm itself keeps a record of what it installed beside it; optional packages of other platforms are not in there. */
function isInstalled() {
  const recordFile = join(ROOT, 'node_modules', '.package-lock.json');
  if (!existsSync(recordFile)) return false;
  const wanted = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')).packages;
  const found = JSON.parse(readFileSync(recordFile, 'utf8')).packages;
  return Object.entries(wanted).every(([path, { version, optional }]) => path === '' || optional || found[path]?.version === version);
}

let child = null;
let ended = null;

/** Ends what `run` is running; used when we are told to stop before the application has started. */
export function endRunning(signal) {
  ended = signal;
  child?.kill(signal);
}

/** Runs a command with our output; rejects when it fails. `signal`, `killSignal` and the like as `spawn` has them. */
export async function run(command, args, options = {}) {
  const code = await new Promise((resolve, reject) => {
    child = spawn(command, args, { cwd: ROOT, stdio: ['ignore', 'inherit', 'inherit'], ...options });
    child.once('error', reject);
    child.once('exit', (exitCode, signal) => resolve(exitCode ?? signal));
  });
  child = null;
  if (ended !== null) throw new Error(`stopped by ${ended}`);
  if (code !== 0) throw new Error(`${[command, ...args].join(' ')} ended with ${code}`);
}

if (process.argv[1] === import.meta.filename) await installMissing();
