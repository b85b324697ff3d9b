/**
 * The same eight-step life-cycle by our engine and by three peers, in turns, so that the machine's moods meet all of them alike.
 * `npm run bench -- peers <folder of the peers' harnesses> [rounds]`: the folder holds `env.sh` and `bench/*.mjs` of the comparison, with
 * its packages installed, PostgreSQL 15 and Redis on the machine; it starts and stops their servers itself. Nothing of it is part of this project.
 */
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '#libs/persistence';
import { quantile } from '../quantile.ts';

interface Peer {
  readonly name: string;
  /** As its harness calls itself and the run in what it records. */
  readonly engine: RegExp;
  readonly command: string;
  /** Least that ours may be of it. */
  readonly target: number;
}

const PEERS: readonly Peer[] = [
  {
    name: 'Restate, one workflow with 8 ctx.run, one partition',
    engine: /^restate/,
    command: 'node bench/restate.mjs life 2000 64',
    target: 3,
  },
  { name: 'DBOS', engine: /^dbos/, command: 'node bench/dbos.mjs life 700 64 32', target: 12 },
  { name: 'BullMQ on Redis, appendfsync always', engine: /^bullmq/, command: 'node bench/bullmq.mjs always life 3000 64', target: 1.5 },
];
const SERVERS = {
  start:
    'if [ ! -d "$PGDATA_" ]; then mkdir -p $PGSOCK results && pg_init; pg_start; for d in eng dbos_sys pgboss graphile bullpg; do psql -h $PGSOCK -p $PGPORT_ -U postgres -qc "create database $d"; done; ' +
    'psql -h $PGSOCK -p $PGPORT_ -U postgres -qd eng -f sql/engine.sql; else pg_start; fi; redis_start $R_ALWAYS always; RP=1 restate_start',
  stop: 'restate_stop wipe; redis_stop $R_ALWAYS; pg_stop',
};

const [folder, rounds = '3'] = process.argv.slice(2);
if (folder === undefined || !existsSync(join(folder, 'env.sh')))
  throw new Error('which folder? The one with env.sh and bench/ of the peers');
const results = join(folder, 'results', 'results.jsonl');

/** Runs a shell line in the peers' folder, with their environment. @returns what it wrote */
function shell(line: string): Promise<string> {
  return run('bash', ['-c', `. ./env.sh; export RP=1 RESTATE_LOGGING=ERROR; ${line}`], folder);
}

function run(command: string, parameters: readonly string[], cwd: string | undefined): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, parameters, { ...(cwd === undefined ? {} : { cwd }), stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text: string) => {
        output += text;
      });
    child.once('error', reject);
    // Servers that were started in the background keep the pipes open: the shell's own end counts.
    child.once('exit', (code) => {
      if (code === 0) resolve(output);
      else reject(new Error(`${parameters.join(' ')} ended with ${String(code)}: ${output.slice(-2_000)}`));
    });
  });
}

const recorded = (): readonly { readonly engine: string; readonly stepps: number }[] =>
  existsSync(results)
    ? readFileSync(results, 'utf8')
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => JSON.parse(line) as { engine: string; stepps: number })
    : [];

/** Steps a second of one run of a peer, as its harness recorded it. */
async function peer({ engine, command }: Peer): Promise<number> {
  const before = recorded().length;
  const output = await shell(`timeout 120 ${command}`);
  const found = recorded()
    .slice(before)
    .find((one) => engine.test(one.engine));
  if (found === undefined) throw new Error(`${command} recorded nothing: ${output.slice(-1_000)}`);
  return found.stepps;
}

/** Steps a second of one round of ours: the guided life, 64 in flight. */
async function ours(): Promise<number> {
  const output = await run(process.execPath, [join(packageRoot(), 'dist', 'bench', 'engine', 'main.js'), '1', '1500'], packageRoot());
  const found = /64 in flight: (\d+) steps\/s/.exec(output)?.[1];
  if (found === undefined) throw new Error(`our own bench told nothing: ${output.slice(-1_000)}`);
  return Number(found);
}

const own: number[] = [];
const theirs = PEERS.map((): number[] => []);
await shell(SERVERS.start);
try {
  for (let round = 1; round <= Number(rounds); round++) {
    own.push(await ours());
    for (const [i, one] of PEERS.entries()) theirs[i]?.push(await peer(one));
    console.log(
      `round ${String(round)}: ours ${String(own.at(-1))}, ${PEERS.map(({ name }, i) => `${name} ${String(theirs[i]?.at(-1))}`).join(', ')} steps/s`,
    );
  }
} finally {
  await shell(SERVERS.stop);
}
console.log(`\nours: median of ${rounds} rounds ${quantile(own, 0.5).toFixed(0)} steps/s`);
for (const [i, { name, target }] of PEERS.entries()) {
  const values = theirs[i] ?? [];
  const ratio = quantile(
    values.map((value, round) => (own[round] ?? Number.NaN) / value),
    0.5,
  );
  console.log(`${name}: median ${quantile(values, 0.5).toFixed(0)} steps/s; ours ÷ theirs ${ratio.toFixed(1)} (target ${String(target)})`);
}
