/** `npm run check`: everything that can be said about the tree without running the product. Two parts at a time. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { buildChanged } from './build.mjs';
import { installMissing, ROOT } from './install-missing.mjs';

const bin = (path) => ['node', join('node_modules', path)];

/** The longest first. A part prints nothing when it is content. */
const PARTS = [
  ['lint', ...bin('eslint/bin/eslint.js'), '.', '--max-warnings', '0'],
  ['types', ...bin('typescript7/bin/tsc'), '-p', 'tsconfig.json'],
  ['types of the console', ...bin('typescript7/bin/tsc'), '-p', 'apps/console/tsconfig.json'],
  ['format', ...bin('prettier/bin/prettier.cjs'), '--check', '--log-level', 'warn', '.'],
  [
    'imports',
    ...bin('dependency-cruiser/bin/dependency-cruise.mjs'),
    '--config',
    '.dependency-cruiser.mjs',
    'apps',
    'libs',
    'test',
    'bench',
  ],
  ['routing table and rule packs', 'node', 'scripts/analyse-decision-data.mjs'],
  ['drift of the diagrams', 'node', 'scripts/generate-layouts.mjs', '--check'],
  ['drift of the OpenAPI document', 'node', 'scripts/generate-openapi.mjs', '--check'],
  ['drift of the Prisma client', 'node', 'scripts/prisma-generate.mjs', '--check'],
  ['drift of life-cycles, commands, events', 'node', 'scripts/generate-lifecycle.mjs', '--check'],
  ["drift of the console's words", 'node', 'scripts/generate-words.mjs', '--check'],
  ['drift of schema and migrations', 'node', 'scripts/check-schema.mjs'],
  ['drift of the calendar', 'node', 'scripts/generate-calendar.mjs', '--check'],
];

await installMissing();
// The schema is compared on an embedded server, which is started by our own library.
await buildChanged({ parts: ['server'] });
const waiting = [...PARTS];
const failed = [];
await Promise.all(
  [1, 2].map(async () => {
    for (let part = waiting.shift(); part !== undefined; part = waiting.shift()) {
      const [name, command, ...args] = part;
      const started = Date.now();
      const { code, output } = await runQuietly(command === 'node' ? process.execPath : command, args);
      console.log(`${code === 0 ? 'ok  ' : 'FAIL'} ${name} (${((Date.now() - started) / 1000).toFixed(1)} s)`);
      if (code !== 0) {
        failed.push(name);
        console.log(output.trim().replace(/^/gm, '     '));
      }
    }
  }),
);
if (failed.length > 0) {
  console.log(`\ncheck failed: ${failed.join(', ')}`);
  process.exit(1);
}

function runQuietly(command, args) {
  return new Promise((resolve) => {
    let output = '';
    const child = spawn(command, args, { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'] });
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk));
    child.once('error', (error) => resolve({ code: 1, output: error.message }));
    child.once('close', (code) => resolve({ code: code ?? 1, output }));
  });
}
