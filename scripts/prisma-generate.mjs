#!/usr/bin/env node
// Generates the Prisma client from prisma/schema.prisma, offline; `--check` only compares with what is checked in.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, relative } from 'node:path';

const root = join(import.meta.dirname, '..');
const OUTPUT = join('libs', 'persistence', 'src', 'generated');
const cli = createRequire(import.meta.url).resolve('prisma/build/index.js');

/** Runs `prisma generate` for the schema under `folder`; its relative output path puts the client below the same folder. */
function generate(folder) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [cli, 'generate', '--schema', join(folder, 'prisma', 'schema.prisma'), '--no-hints'],
    {
      cwd: root,
      encoding: 'utf8',
      // The CLI wants to download a native engine that `generate` never uses: any executable satisfies it.
      env: { ...process.env, PRISMA_SCHEMA_ENGINE_BINARY: process.execPath, CHECKPOINT_DISABLE: '1', PRISMA_HIDE_UPDATE_MESSAGE: '1' },
    },
  );
  if (status !== 0) throw new Error(`prisma generate failed:\n${stdout}${stderr}`);
}

function filesUnder(folder) {
  const list = (at) =>
    readdirSync(at).flatMap((name) => (statSync(join(at, name)).isDirectory() ? list(join(at, name)) : [join(at, name)]));
  try {
    return new Map(list(folder).map((file) => [relative(folder, file), readFileSync(file, 'utf8')]));
  } catch (error) {
    if (error.code === 'ENOENT') return new Map();
    throw error;
  }
}

function check() {
  // Below the project, so that the CLI finds the installed packages.
  mkdirSync(join(root, '.build'), { recursive: true });
  const scratch = mkdtempSync(join(root, '.build', 'prisma-'));
  try {
    mkdirSync(join(scratch, 'prisma'));
    cpSync(join(root, 'prisma', 'schema.prisma'), join(scratch, 'prisma', 'schema.prisma'));
    generate(scratch);
    const [want, have] = [filesUnder(join(scratch, OUTPUT)), filesUnder(join(root, OUTPUT))];
    return [...new Set([...want.keys(), ...have.keys()])].sort().filter((file) => want.get(file) !== have.get(file));
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

if (process.argv.includes('--check')) {
  const stale = check();
  for (const file of stale)
    console.error(`${join(OUTPUT, file)} is not what prisma/schema.prisma generates: run node scripts/prisma-generate.mjs`);
  process.exitCode = stale.length > 0 ? 1 : 0;
} else {
  generate(root);
}
