#!/usr/bin/env node
// Records histories of every version of every procedure that has none yet, as fixtures of the replay suite: `npm run
// record-histories`. What is recorded is never changed: a machine that behaves differently is a new version. Before a version is
// released, `--again petition@1` records it anew.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { register } from 'node:module';
import path from 'node:path';

register('./load-typescript.mjs', import.meta.url);
const { firstEdition, OFFICIAL_CALENDARS, PROCEDURE_DEFINITIONS, RULE_PACKS } = await import('../libs/domain/src/index.ts');
const { walkHistories } = await import('../test/replay/walk-histories.ts');
const { lawThen, liveThrough } = await import('../test/replay/recorded-history.ts');

const ROOT = path.join(import.meta.dirname, '..', 'test', 'replay', 'histories');
const MANIFEST = path.join(ROOT, 'manifest.json');
const again = process.argv.includes('--again') ? process.argv.slice(process.argv.indexOf('--again') + 1) : [];
const manifest = existsSync(MANIFEST) ? JSON.parse(readFileSync(MANIFEST, 'utf8')) : {};

for (const definition of PROCEDURE_DEFINITIONS) {
  const name = `${definition.id}@${definition.version}`;
  const folder = path.join(ROOT, name);
  if (existsSync(folder) && !again.includes(name)) continue;
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const file of Object.keys(manifest)) if (file.startsWith(`${name}/`)) delete manifest[file];
  const edition = firstEdition({ calendars: OFFICIAL_CALENDARS, rulePacks: RULE_PACKS, procedures: PROCEDURE_DEFINITIONS });
  const env = lawThen({ ...edition, procedures: { ...edition.procedures, [definition.id]: definition.version } });
  const write = (file, text) => {
    writeFileSync(path.join(folder, file), text);
    manifest[`${name}/${file}`] = createHash('sha256').update(text).digest('hex');
  };
  write('law.json', `${JSON.stringify(edition)}\n`);
  const histories = walkHistories(definition, env);
  for (const [i, commands] of histories.entries()) {
    const { bodies, end } = liveThrough(
      commands.map((command) => ({ ...command, edition: 1 })),
      env,
    );
    write(`${String(i + 1).padStart(3, '0')}.jsonl`, `${[...bodies, JSON.stringify(end)].join('\n')}\n`);
  }
  console.log(`${name}: ${histories.length} histories`);
}
const sorted = Object.fromEntries(Object.entries(manifest).sort(([a], [b]) => (a < b ? -1 : 1)));
writeFileSync(MANIFEST, `${JSON.stringify(sorted, null, 2)}\n`);
