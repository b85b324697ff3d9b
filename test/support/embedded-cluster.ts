import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Connection string of the owner to the embedded server that a running standalone has under `dataDir`. */
export function ownerUrl(dataDir: string): string {
  const { password, port } = JSON.parse(readFileSync(join(dataDir, 'postgres.json'), 'utf8')) as { password: string; port: number };
  return `postgresql://jiefen:${password}@127.0.0.1:${String(port)}/jiefen`;
}

/** Process number of its postmaster, null when none is noted. */
export function postmasterPid(dataDir: string): number | null {
  const file = join(dataDir, 'postgres', 'postmaster.pid');
  if (!existsSync(file)) return null;
  const pid = Number(readFileSync(file, 'utf8').split('\n')[0]);
  return Number.isInteger(pid) && pid > 0 ? pid : null;
}

/** `kill -9` of the postmaster. @returns its number, null when there was none to kill */
export function killPostmaster(dataDir: string): number | null {
  const pid = postmasterPid(dataDir);
  if (pid === null) return null;
  try {
    process.kill(pid, 'SIGKILL');
    return pid;
  } catch {
    return null;
  }
}
