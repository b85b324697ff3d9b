/**
 * Writes docs/openapi.json from the contracts' schemas; `--check` compares instead and ends with 1 on a difference.
 * The sources are read as they are, not from dist/: a stale build can't hide a difference.
 */
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { transformSync } from '@swc/core';
import { format, resolveConfig } from 'prettier';

const ROOT = join(import.meta.dirname, '..');
const TARGET = join(ROOT, 'docs', 'openapi.json');
/** All that the document depends on. */
const SOURCES = ['libs/contracts', 'libs/domain'];

const text = await format(JSON.stringify(await document()), { ...(await resolveConfig(TARGET)), filepath: TARGET });
if (!process.argv.includes('--check')) {
  writeFileSync(TARGET, text);
  console.log('docs/openapi.json written');
} else if (!existsSync(TARGET) || readFileSync(TARGET, 'utf8') !== text) {
  console.error('docs/openapi.json differs from the schemas in libs/contracts: run `node scripts/generate-openapi.mjs`');
  process.exitCode = 1;
}

/** Compiles the two libraries into a throwaway folder inside the project, where its packages are found, and asks them. */
async function document() {
  mkdirSync(join(ROOT, '.build'), { recursive: true });
  const folder = mkdtempSync(join(ROOT, '.build', 'openapi-'));
  try {
    writeFileSync(join(folder, 'package.json'), JSON.stringify({ type: 'module', imports: { '#libs/*': './libs/*/src/index.js' } }));
    symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
    for (const file of SOURCES.flatMap(filesUnder)) {
      const target = join(folder, file.replace(/\.ts$/, '.js'));
      mkdirSync(dirname(target), { recursive: true });
      const source = readFileSync(join(ROOT, file), 'utf8');
      writeFileSync(
        target,
        file.endsWith('.ts') ? transformSync(source, { configFile: join(ROOT, '.swcrc'), sourceMaps: false }).code : source,
      );
    }
    const { openapiDocument } = await import(pathToFileURL(join(folder, 'libs/contracts/src/index.js')).href);
    return openapiDocument();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function filesUnder(folder) {
  return readdirSync(join(ROOT, folder)).flatMap((name) => {
    const path = `${folder}/${name}`;
    if (statSync(join(ROOT, path)).isDirectory()) return filesUnder(path);
    return /\.(ts|json)$/.test(name) && !/\.spec\.ts$/.test(name) ? [path] : [];
  });
}
