/**
 * Lists and searches over HTTP in a stock of cases, as people of four offices ask for them.
 * `npm run bench -- list <folder of the prepare bench> [times each] [--each]`: the last tells every question, not the slowest alone
 */
import { send } from '../../test/support/api-client.ts';
import { freePort } from '#libs/embedded-postgres';
import { RunningApp } from '../../test/support/running-app.ts';
import { KeptConnection } from '../http/kept-connection.ts';
import { quantile } from '../quantile.ts';
import { questions } from './questions.ts';

const TARGET_MS = 200;
const PASSWORD = 'demo-Jiefen-2026';
const PEOPLE = ['clerk', 'supervisor', 'leader', 'housing-construction.430405.handler'] as const;

const [folder, times = '5'] = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
if (folder === undefined) throw new Error('which folder? `npm run bench -- prepare <folder>` makes one');
const app = new RunningApp({ port: await freePort(), env: { DATA_DIR: folder, NODE_ENV: 'development' } });

interface Asked {
  readonly who: string;
  readonly question: string;
  readonly ms: readonly number[];
  readonly found: number;
}

/** Asks the same every time, first page and the one after it, and notes each answer's time. */
async function ask(connection: KeptConnection, who: string, question: string): Promise<Asked> {
  const ms: number[] = [];
  let found = 0;
  for (let i = 0; i < Number(times); i++) {
    let cursor: string | null = null;
    for (const page of [1, 2]) {
      const path = `/api/cases?${question}${cursor === null ? '' : `&cursor=${cursor}`}`;
      const sent = performance.now();
      const { status, body } = await connection.get(path);
      ms.push(performance.now() - sent);
      if (status !== 200) throw new Error(`${path}: ${String(status)} ${body}`);
      const answer = JSON.parse(body) as { items: unknown[]; nextCursor: string | null };
      if (page === 1) found = answer.items.length;
      cursor = answer.nextCursor;
      if (cursor === null) break;
    }
  }
  return { who, question, ms, found };
}

const told = ({ who, question, ms, found }: Asked): string =>
  `${quantile(ms, 0.5).toFixed(0).padStart(6)} ms p50 ${quantile(ms, 0.999).toFixed(0).padStart(6)} ms max ${String(found).padStart(3)} found  ${who} ${decodeURIComponent(question)}`;

try {
  await app.start();
  const asked: Asked[] = [];
  for (const who of PEOPLE) {
    const { body } = await send(app.url, { method: 'POST', path: '/api/auth/login', body: { username: who, password: PASSWORD } });
    const { token, user } = body as { token: string; user: { unit: { id: string } } };
    const connection = await KeptConnection.open(app.url, { authorization: `Bearer ${token}` });
    for (const question of questions(user.unit.id)) {
      const one = await ask(connection, who, question);
      asked.push(one);
      if (process.argv.includes('--each')) console.log(told(one));
    }
    connection.close();
  }
  const all = asked.flatMap(({ ms }) => ms);
  console.log('the slowest:');
  for (const one of [...asked].sort((a, b) => quantile(b.ms, 0.5) - quantile(a.ms, 0.5)).slice(0, 10)) console.log(told(one));
  console.log(
    `${String(all.length)} answers to ${String(asked.length)} questions: p50 ${quantile(all, 0.5).toFixed(0)} ms, p95 ${quantile(all, 0.95).toFixed(0)} ms (target ${String(TARGET_MS)}), max ${quantile(all, 0.999_999).toFixed(0)} ms`,
  );
} finally {
  await app.stop();
}
