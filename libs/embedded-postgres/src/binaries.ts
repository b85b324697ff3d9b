import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, dirname, join, relative } from 'node:path';
import { EmbeddedPostgresError } from './embedded-postgres-error.ts';
import type { OsUser } from './os-user.ts';
import { canReach } from './os-user.ts';

/** A folder with `bin/`, `lib/` and `share/` of one PostgreSQL. */
export interface Binaries {
  readonly folder: string;
  /** Version of the npm package; its first number is PostgreSQL's major version. */
  readonly packageVersion: string;
}

const EXECUTABLES = ['initdb', 'postgres'];
const READ_AND_RUN = 0o555;

/** The binaries as `user` can run them: those of the npm package, or a copy where its folder is closed to that user. */
export function prepareBinaries(user: OsUser | null): Binaries {
  const { folder, packageVersion } = locate();
  if (user === null || canReach(folder, user)) {
    // A folder that we may not write to was completed by whoever installed it.
    if (writable(folder)) complete(folder);
    return { folder, packageVersion };
  }
  return { folder: copyWithinReach(folder, packageVersion), packageVersion };
}

function locate(): Binaries {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  try {
    // The platform's package is a dependency of embedded-postgres, not ours.
    const require = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
    const root = dirname(dirname(require.resolve(name)));
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
    return { folder: realpathSync(join(root, 'native')), packageVersion: version };
  } catch {
    throw new EmbeddedPostgresError(
      `no embedded PostgreSQL for ${process.platform} ${process.arch} (package ${name} is missing); set DATABASE_URL`,
    );
  }
}

/** npm packs no symbolic links, and with install scripts switched off nobody has made them yet; nor are modes certain. */
function complete(folder: string): void {
  const list = join(folder, 'pg-symlinks.json');
  const links = existsSync(list) ? (JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]) : [];
  for (const { source, target } of links) {
    const link = join(dirname(folder), target);
    if (lstatSync(link, { throwIfNoEntry: false }) !== undefined) continue;
    try {
      symlinkSync(relative(dirname(link), join(dirname(folder), source)), link);
    } catch (error) {
      // Another process starting at the same moment made it.
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
  }
  for (const name of EXECUTABLES) {
    const path = join(folder, 'bin', name);
    const { mode } = statSync(path);
    if ((mode & READ_AND_RUN) !== READ_AND_RUN) chmodSync(path, mode | READ_AND_RUN);
  }
}

/** Only ever done as root, so the copy belongs to root and no other user can have prepared its place. */
function copyWithinReach(folder: string, packageVersion: string): string {
  for (const parent of ['/var/lib/jiefen', '/opt/jiefen', join(tmpdir(), 'jiefen-root')]) {
    const copy = join(parent, `postgresql-${packageVersion}`);
    try {
      mkdirSync(parent, { recursive: true, mode: 0o755 });
      if (lstatSync(parent).uid !== 0) continue;
      if (existsSync(copy)) return copy;
      const temporary = mkdtempSync(join(parent, 'copying-'));
      const staged = join(temporary, basename(folder));
      cpSync(folder, staged, { recursive: true, verbatimSymlinks: true });
      complete(staged);
      chmodSync(staged, 0o755);
      moveIntoPlace(staged, copy);
      rmSync(temporary, { recursive: true, force: true });
      return copy;
    } catch {
      // Read-only or full: the next place.
    }
  }
  throw new EmbeddedPostgresError(
    `the OS user that runs PostgreSQL cannot read ${folder}, and there is no other place for its binaries; move the project or set DATABASE_URL`,
  );
}

/** A rename is atomic; when somebody else was faster, his copy is as good as ours. */
function moveIntoPlace(staged: string, copy: string): void {
  try {
    renameSync(staged, copy);
  } catch (error) {
    if (!existsSync(copy)) throw error;
  }
}

function writable(folder: string): boolean {
  const { uid, mode } = statSync(folder);
  return process.getuid?.() === 0 || uid === process.getuid?.() ? (mode & 0o200) !== 0 : false;
}
