#!/usr/bin/env node
// Writes the console's words for the domain's codes (facts, rules, states, commands) from the domain itself, so that none can
// be missing on a screen. `--check` writes nothing and fails on a difference.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { register } from 'node:module';
import path from 'node:path';
import { format, resolveConfig } from 'prettier';

register('./load-typescript.mjs', import.meta.url);
const domain = '../libs/domain/src';
const { COMMANDS } = await import(`${domain}/definitions/commands.ts`);
const { EVENT_CATALOGUE } = await import(`${domain}/definitions/event-catalogue.ts`);
const { PROCEDURE_DEFINITIONS } = await import(`${domain}/definitions/procedures.ts`);
const { stateLabel } = await import(`${domain}/definitions/state-labels.ts`);
const { RULE_PACKS } = await import(`${domain}/rule-packs/index.ts`);

const TARGET = path.join(import.meta.dirname, '../apps/console/src/i18n/generated/domain-words.ts');
/** One entry a line. */
const table = (name, note, entries) => {
  const lines = [...new Map(entries)].map(([code, words]) => `${JSON.stringify(code)}: ${JSON.stringify(words)},`);
  return `/** ${note} */\nexport const ${name} = {\n${lines.join('\n')}\n} as const;`;
};

/** A state's name where it has the same one in most procedures: the first that knows it. */
const states = new Map(
  PROCEDURE_DEFINITIONS.toReversed().flatMap(({ id, states }) => states.map((state) => [state, stateLabel(id, state)])),
);
const order = [...new Set(PROCEDURE_DEFINITIONS.flatMap((definition) => definition.states))];
const facts = Object.entries(EVENT_CATALOGUE);

const source = [
  '// Written by scripts/generate-words.mjs from the domain; change the definitions, not this file.',
  table(
    'FACTS',
    'Every type of fact.',
    facts.map(([type, { text }]) => [type, text]),
  ),
  `/** Every name that may stand in a fact's data. */\nexport const FACT_FIELDS = ${JSON.stringify([...new Set(facts.flatMap(([, { data }]) => data))])} as const;`,
  table(
    'RULES',
    'Every deadline rule of any rule pack.',
    RULE_PACKS.flatMap(({ rules }) => rules.map(({ id, title }) => [id, title])),
  ),
  table(
    'STATES',
    'Every state of any procedure.',
    order.map((state) => [state, states.get(state)]),
  ),
  table(
    'COMMANDS',
    'Every command a person may send.',
    Object.entries(COMMANDS).map(([type, { label }]) => [type, label]),
  ),
].join('\n\n');

const text = await format(source, { ...(await resolveConfig(TARGET)), parser: 'typescript' });
if (!process.argv.includes('--check')) writeFileSync(TARGET, text);
else if (!existsSync(TARGET) || readFileSync(TARGET, 'utf8') !== text) {
  console.error("the console's words are out of date: run node scripts/generate-words.mjs");
  process.exit(1);
}
