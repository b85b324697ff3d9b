import { execFile } from 'node:child_process';
import { createReadStream, existsSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { parse } from 'csv-parse';
import { expectedOf } from './independent-count.ts';
import type { Expected, Message } from './independent-count.ts';

const ROOT = join(import.meta.dirname, '../..');
const LEDGER = join(ROOT, '../shared/data/messages-with-replies.csv');

interface Replayed {
  readonly messages: number;
  readonly rules: readonly {
    readonly rule: string;
    readonly armed: number;
    readonly inTime: number;
    readonly passed: number;
    readonly reminded: number;
    readonly urged: number;
    readonly supervised: number;
  }[];
  readonly deadlines: readonly Expected[];
}

async function messages(): Promise<readonly Message[]> {
  const found: Message[] = [];
  for await (const cells of createReadStream(LEDGER).pipe(parse({ bom: true, columns: true })) as AsyncIterable<
    Readonly<Record<string, string>>
  >) {
    const { id = '', receivedAt = '', repliedAt = '' } = cells;
    found.push({ row: id, receivedAt, repliedAt });
  }
  return found;
}

const sorted = (all: readonly Expected[]): readonly Expected[] =>
  all
    .map(({ row, rule, dueDate, passed, reminded, urged, supervised }) => ({ row, rule, dueDate, passed, reminded, urged, supervised }))
    .sort((a, b) => (`${a.row} ${a.rule}` < `${b.row} ${b.rule}` ? -1 : 1));

describe('a decade of real messages, lived through again', () => {
  // The data lie beside the project, not in it; without them there is nothing to compare and the suite says so.
  const there = existsSync(LEDGER);
  if (!there) process.stdout.write('replay: skipped, ../shared/data/messages-with-replies.csv is not there\n');

  it(
    there ? 'agrees, case by case, with a calculation of its own' : 'has no ledger to replay (skipped)',
    async () => {
      if (!there) {
        expect(existsSync(LEDGER)).toBe(false);
        return;
      }
      const args = ['scripts/start.mjs', '--no-build', '--app', 'cli', 'replay', LEDGER, '--json'];
      const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: ROOT, maxBuffer: 64 * 1024 * 1024 });
      const replayed = JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as Replayed;
      const expected = (await messages()).flatMap(expectedOf);
      expect(replayed.messages).toBe(1865);
      expect(sorted(replayed.deadlines)).toEqual(sorted(expected));
      for (const { rule, armed, inTime, passed, reminded, urged, supervised } of replayed.rules) {
        const of = expected.filter((one) => one.rule === rule);
        const count = (is: (one: Expected) => boolean): number => of.filter(is).length;
        expect({ rule, armed, inTime, passed, reminded, urged, supervised }).toEqual({
          rule,
          armed: of.length,
          inTime: count((one) => !one.passed),
          passed: count((one) => one.passed),
          reminded: count((one) => one.reminded),
          urged: count((one) => one.urged),
          supervised: count((one) => one.supervised),
        });
      }
    },
    600_000,
  );
});
