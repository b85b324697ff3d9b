import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { rowsOf } from '../../libs/domain/src/definitions/walk.fixture.ts';
import type { CaseCommand, DomainEnv, Edition } from '#libs/domain';
import { asOfEdition, decide, openCase, PROCEDURE_DEFINITIONS } from '#libs/domain';
import { lawThen, liveThrough } from './recorded-history.ts';
import type { RecordedEnd } from './recorded-history.ts';
import { edgeOf } from './walk-histories.ts';

const ROOT = join(import.meta.dirname, 'histories');
const MANIFEST = JSON.parse(readFileSync(join(ROOT, 'manifest.json'), 'utf8')) as Readonly<Record<string, string>>;
const VERSIONS = PROCEDURE_DEFINITIONS.map((one) => [`${one.id}@${String(one.version)}`, one] as const);
const digestOf = (text: string): string => createHash('sha256').update(text).digest('hex');

interface Recorded {
  readonly file: string;
  readonly bodies: readonly string[];
  readonly commands: readonly CaseCommand[];
  readonly end: RecordedEnd;
}

function recordedOf(version: string): { readonly env: DomainEnv; readonly histories: readonly Recorded[] } {
  const folder = join(ROOT, version);
  const env = lawThen(JSON.parse(readFileSync(join(folder, 'law.json'), 'utf8')) as Edition);
  const files = readdirSync(folder).filter((file) => file.endsWith('.jsonl'));
  const histories = files.sort().map((file): Recorded => {
    const lines = readFileSync(join(folder, file), 'utf8').trimEnd().split('\n');
    const bodies = lines.slice(0, -1);
    const commands = bodies.map((body) => (JSON.parse(body) as { command: CaseCommand }).command);
    return { file, bodies, commands, end: JSON.parse(lines.at(-1) ?? '') as RecordedEnd };
  });
  return { env, histories };
}

it('has every recorded file as it was recorded, and no other: histories are added, never changed', () => {
  const files = readdirSync(ROOT, { recursive: true, encoding: 'utf8' }).filter((file) => /[/\\][^/\\]+\.jsonl?$/.test(file));
  const found = Object.fromEntries(files.map((file) => [file.replaceAll('\\', '/'), digestOf(readFileSync(join(ROOT, file), 'utf8'))]));
  expect(found).toEqual(MANIFEST);
});

it('has histories of every version that is shipped, and ships every version that has histories', () => {
  expect(
    readdirSync(ROOT)
      .filter((one) => one.includes('@'))
      .sort(),
  ).toEqual(VERSIONS.map(([name]) => name).sort());
});

describe.each(VERSIONS)('%s', (name, definition) => {
  const { env, histories } = recordedOf(name);

  it('decides every recorded history as it was decided: state, facts, deadlines, digests, hashes', () => {
    for (const { file, bodies, commands, end } of histories) {
      let lived: ReturnType<typeof liveThrough>;
      try {
        lived = liveThrough(commands, env);
      } catch (error) {
        throw new Error(`${name}/${file}: a machine that behaves differently is a new version`, { cause: error });
      }
      expect([file, lived.bodies]).toEqual([file, bodies]);
      expect([file, JSON.parse(JSON.stringify(lived.end))]).toEqual([file, end]);
      expect(bodies.map(digestOf)).toEqual(end.hashes);
    }
  });

  it('walks every row of its table in some history', () => {
    const walked = new Set<string>();
    for (const { commands } of histories) {
      let snapshot: RecordedEnd['snapshot'] | null = null;
      for (const command of commands) {
        const law = asOfEdition(env, command.edition);
        const decision: ReturnType<typeof decide> = snapshot === null ? openCase(command, law) : decide(snapshot, command, law);
        if (!decision.ok) break;
        if (snapshot !== null) walked.add(edgeOf(snapshot, command, decision.next));
        snapshot = decision.next;
      }
    }
    expect(rowsOf(definition).filter((row) => !walked.has(row))).toEqual([]);
  });
});

it('would notice a machine that behaves differently', () => {
  const { env, histories } = recordedOf('suggestion@1');
  const packs = env.rulePacks.map((pack) => ({
    ...pack,
    rules: pack.rules.map((rule) => (rule.id.startsWith('PET-NOTICE') ? { ...rule, amount: 16 } : rule)),
  }));
  const { law: _, ...without } = env;
  const [first] = histories;
  expect(liveThrough(first?.commands ?? [], { ...without, rulePacks: packs }).end.deadlines).not.toEqual(first?.end.deadlines);
});
