/**
 * `npm run bench -- engine`: builds what changed and runs one bench from the build, as the product itself runs.
 */
import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { buildChanged } from './build.mjs';
import { installMissing, ROOT, run } from './install-missing.mjs';

/** What benches are made of besides the product; compiled beside it, where `#libs/…` finds the build. */
const FOLDERS = ['bench', 'test/support', 'test/judgement'];

const [name, ...rest] = process.argv.slice(2);
const entry = join(ROOT, 'bench', name ?? '', 'main.ts');
if (name === undefined || !existsSync(entry)) {
  console.error(
    `which bench? ${readdirSync(join(ROOT, 'bench'), { withFileTypes: true })
      .filter((one) => one.isDirectory())
      .map((one) => one.name)
      .join(', ')}`,
  );
  process.exit(1);
}
await installMissing();
await buildChanged();
await compile();
const profile = rest.includes('--profile') ? ['--cpu-prof', `--cpu-prof-dir=${join(ROOT, 'dist', 'profile')}`] : [];
await run(process.execPath, [...profile, join(ROOT, 'dist', 'bench', name, 'main.js'), ...rest.filter((one) => one !== '--profile')]);

async function compile() {
  const { transformFile } = await import('@swc/core');
  for (const folder of FOLDERS) rmSync(join(ROOT, 'dist', folder), { recursive: true, force: true });
  for (const folder of FOLDERS) {
    for (const file of readdirSync(join(ROOT, folder), { recursive: true })) {
      if (!file.endsWith('.ts') || file.endsWith('.spec.ts')) continue;
      const target = join(ROOT, 'dist', folder, file.replace(/\.ts$/, '.js'));
      mkdirSync(dirname(target), { recursive: true });
      const { code } = await transformFile(join(ROOT, folder, file), { swcrc: true, configFile: join(ROOT, '.swcrc'), sourceMaps: false });
      writeFileSync(target, code);
    }
  }
}
