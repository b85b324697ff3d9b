import { spawnSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { EmbeddedPostgresError } from './embedded-postgres-error.ts';

/** The OS user a server process runs as. */
export interface OsUser {
  readonly uid: number;
  readonly gid: number;
}

/**
 * PostgreSQL refuses to run as root. Null when this process isn't root (the server then runs as the same user), else
 * `postgres`, made if need be and possible, else `nobody`.
 */
export function serverUser(): OsUser | null {
  if (process.getuid?.() !== 0) return null;
  const existing = findUser('postgres');
  if (existing !== null) return existing;
  const made = spawnSync('useradd', ['--system', '--no-create-home', '--shell', '/usr/sbin/nologin', 'postgres'], { stdio: 'ignore' });
  if (made.status !== 0) spawnSync('adduser', ['-S', '-D', '-H', 'postgres'], { stdio: 'ignore' });
  const user = findUser('postgres') ?? findUser('nobody');
  if (user === null)
    throw new EmbeddedPostgresError('PostgreSQL cannot run as root and this system has no user postgres or nobody; start as another user');
  return user;
}

/** Whether `user` gets through every folder on the way to `path` (ACLs aside). */
export function canReach(path: string, user: OsUser): boolean {
  for (let folder = dirname(path); ; folder = dirname(folder)) {
    const { mode, uid, gid } = statSync(folder);
    const bit = uid === user.uid ? 0o100 : gid === user.gid ? 0o010 : 0o001;
    if ((mode & bit) === 0) return false;
    if (folder === dirname(folder)) return true;
  }
}

function findUser(name: string): OsUser | null {
  let passwd: string;
  try {
    passwd = readFileSync('/etc/passwd', 'utf8');
  } catch {
    return null;
  }
  const line = passwd.split('\n').find((entry) => entry.startsWith(`${name}:`));
  const [, , uid, gid] = line?.split(':') ?? [];
  return uid === undefined || gid === undefined ? null : { uid: Number(uid), gid: Number(gid) };
}
