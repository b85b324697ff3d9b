/**
 * Builds what changed into dist/: apps and libs with swc, the console with Vite. As a program (`npm run build`) it builds
 * everything; `npm start` calls `buildChanged`.
 */
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { installMissing, ROOT, run } from './install-missing.mjs';

const STAMPS = join(ROOT, 'dist', '.built.json');

/** Parts of the build, with the paths whose content decides whether it is current. */
const PARTS = {
  server: { inputs: ['apps', 'libs', '.swcrc', 'scripts/build.mjs'], build: buildServer },
  console: { inputs: ['apps/console', 'libs/contracts', 'libs/domain', 'scripts/build.mjs', 'package-lock.json'], build: buildConsole },
};

/** Builds those of `parts` whose sources differ from the last build's, or all of them with `force`; answers their names. */
export async function buildChanged({ force = false, parts = Object.keys(PARTS) } = {}) {
  const stamps = existsSync(STAMPS) ? JSON.parse(readFileSync(STAMPS, 'utf8')) : {};
  const changed = Object.entries(PARTS)
    .map(([name, part]) => ({ name, part, digest: digestOf(part.inputs, name === 'server' ? 'apps/console' : null) }))
    .filter(({ name, digest }) => parts.includes(name) && (force || stamps[name] !== digest));
  for (const { name, part, digest } of changed) {
    console.log(`Building ${name} …`);
    await part.build();
    stamps[name] = digest;
    mkdirSync(dirname(STAMPS), { recursive: true });
    writeFileSync(STAMPS, JSON.stringify(stamps));
  }
  return changed.map(({ name }) => name);
}

async function buildServer() {
  const { transformFile } = await import('@swc/core');
  const written = new Set();
  const files = ['apps', 'libs'].flatMap((folder) => filesUnder(folder, 'apps/console'));
  await Promise.all(
    files.map(async (file) => {
      const target = join(ROOT, 'dist', file);
      if (/\.spec\.ts$|\.d\.ts$/.test(file)) return;
      mkdirSync(dirname(target), { recursive: true });
      if (!file.endsWith('.ts')) {
        cpSync(join(ROOT, file), target);
        written.add(file);
        return;
      }
      const output = file.replace(/\.ts$/, '.js');
      const { code, map } = await transformFile(join(ROOT, file), {
        swcrc: true,
        configFile: join(ROOT, '.swcrc'),
        sourceFileName: join(ROOT, file),
      });
      writeFileSync(join(ROOT, 'dist', `${output}.map`), map ?? '');
      writeFileSync(join(ROOT, 'dist', output), `${code}\n//# sourceMappingURL=${output.split('/').at(-1)}.map\n`);
      written.add(output).add(`${output}.map`);
    }),
  );
  // Written in place and swept afterwards: a process that is being started meanwhile never finds a gap.
  for (const file of ['dist/apps', 'dist/libs'].flatMap((folder) => filesUnder(folder, 'dist/apps/console'))) {
    if (!written.has(file.slice('dist/'.length))) rmSync(join(ROOT, file));
  }
}

async function buildConsole() {
  await run(process.execPath, ['node_modules/vite/bin/vite.js', 'build', '--config', 'apps/console/vite.config.ts', '--logLevel', 'warn']);
}

function digestOf(inputs, except) {
  const hash = createHash('sha256');
  for (const file of inputs.flatMap((input) => filesUnder(input, except))) {
    hash
      .update(file)
      .update('\0')
      .update(readFileSync(join(ROOT, file)))
      .update('\0');
  }
  return hash.digest('hex');
}

/** Files of a path from the root, sorted; the path itself when it is a file. */
function filesUnder(path, except) {
  if (!existsSync(join(ROOT, path))) return [];
  let entries;
  try {
    entries = readdirSync(join(ROOT, path), { withFileTypes: true });
  } catch (error) {
    if (error.code === 'ENOTDIR') return [path];
    throw error;
  }
  return entries
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const child = `${path}/${entry.name}`;
      if (child === except) return [];
      return entry.isDirectory() ? filesUnder(child, except) : [child];
    });
}

if (process.argv[1] === import.meta.filename) {
  await installMissing();
  await buildChanged({ force: true });
}
