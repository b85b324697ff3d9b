/**
 * How long is a preview, proposals of duplicates included, among the 4,326 messages of one city? `npm run bench -- duplicates
 * [previews]`: imports them into a fresh folder and previews some of them again, over HTTP against the standalone as `npm start`
 * runs it; then the same without a title to look for, so that the difference is what the proposals cost.
 */
import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { packageRoot } from '#libs/persistence';
import { send } from '../../test/support/api-client.ts';
import { postmasterPid } from '../../test/support/embedded-cluster.ts';
import { freePort } from '#libs/embedded-postgres';
import { RunningApp } from '../../test/support/running-app.ts';
import { runTask } from '../../test/support/run-task.ts';
import { JUDGED_PAIRS } from '../../test/judgement/judged-pairs.ts';
import { processorTime } from '../processor-time.ts';

const MESSAGES = join(packageRoot(), '../shared/data/messages-city.csv');
const WARM_UP = 50;
const TARGET_MS = 50;

interface Message {
  readonly id: string;
  readonly title: string;
  readonly narrative: string;
  readonly divisionCode: string;
  readonly receivedAt: string;
}

interface Preview {
  readonly duplicates: readonly { readonly caseNo: string; readonly score: number }[];
}

if (!existsSync(MESSAGES)) throw new Error('../shared/data/messages-city.csv is not there');
const [previews = 1_000] = process.argv.slice(2).map(Number);
const messages: readonly Message[] = parse(readFileSync(MESSAGES), { bom: true, columns: true });
const dataDir = mkdtempSync(join(tmpdir(), 'jiefen-bench-'));
const app = new RunningApp({ port: await freePort(), env: { DATA_DIR: dataDir, NODE_ENV: 'development' } });

const bodyOf = ({ title, narrative, divisionCode, receivedAt }: Message) => ({
  channel: 'online',
  class: 'CLAIM',
  route: 'PETITION',
  title,
  narrative,
  divisionCode,
  receivedAt,
});

async function preview(token: string, body: unknown): Promise<{ readonly ms: number; readonly answer: Preview }> {
  const started = performance.now();
  const { status, body: answer } = await send(app.url, { method: 'POST', path: '/api/cases/preview', token, body });
  if (status !== 200) throw new Error(`preview: ${String(status)} ${JSON.stringify(answer)}`);
  return { ms: performance.now() - started, answer: answer as Preview };
}

async function measured(name: string, token: string, bodies: readonly unknown[]): Promise<void> {
  for (const body of bodies.slice(0, WARM_UP)) await preview(token, body);
  const used = () => processorTime(app.pid, postmasterPid(dataDir));
  const before = used();
  const times: number[] = [];
  let withProposals = 0;
  for (const body of bodies) {
    const { ms, answer } = await preview(token, body);
    times.push(ms);
    // The message itself is stored too.
    if (answer.duplicates.length > 1) withProposals += 1;
  }
  const after = used();
  times.sort((a, b) => a - b);
  const at = (share: number): string => (times[Math.floor(share * times.length)] ?? Number.NaN).toFixed(1);
  const cost = (part: 'node' | 'postgres'): string => ((after[part] - before[part]) / bodies.length).toFixed(1);
  console.log(
    `${name}: p50 ${at(0.5)} ms, p95 ${at(0.95)} ms (target of the proposals ${String(TARGET_MS)} ms), max ${at(0.9999)} ms; ` +
      `processor ms each: node ${cost('node')}, postgres ${cost('postgres')}; another message proposed for ${((100 * withProposals) / bodies.length).toFixed(0)} %`,
  );
}

/** Of the judged pairs that are about one matter: how often the later message is proposed another one. */
async function found(token: string): Promise<void> {
  const byId = new Map(messages.map((one) => [one.id, one]));
  const same = JUDGED_PAIRS.filter((pair) => pair.same);
  let any = 0;
  for (const { later } of same) {
    const message = byId.get(later);
    if (message === undefined) continue;
    const { answer } = await preview(token, bodyOf(message));
    if (answer.duplicates.length > 1) any += 1;
  }
  console.log(`of ${String(same.length)} messages that have a judged duplicate, ${String(any)} are proposed another message`);
}

try {
  await app.start();
  await app.stop();
  // Beside the errors that an import writes.
  const copy = join(dataDir, 'messages-city.csv');
  copyFileSync(MESSAGES, copy);
  const started = performance.now();
  const { code, output } = await runTask(['import', copy], { DATA_DIR: dataDir });
  if (code !== 0) throw new Error(output);
  console.log(`import: ${(messages.length / ((performance.now() - started) / 1_000)).toFixed(0)} rows/s with start and stop`);
  await app.start();
  const { body } = await send(app.url, {
    method: 'POST',
    path: '/api/auth/login',
    body: { username: 'clerk', password: 'demo-Jiefen-2026' },
  });
  const { token } = body as { token: string };
  const chosen = Array.from({ length: previews }, (_, n) => messages[(n * 977) % messages.length]).filter((one) => one !== undefined);
  await measured('preview', token, chosen.map(bodyOf));
  await measured(
    'preview without a title to look for',
    token,
    chosen.map((one) => ({ ...bodyOf(one), title: 'A' })),
  );
  await found(token);
} finally {
  await app.stop();
  rmSync(dataDir, { recursive: true, force: true });
}
