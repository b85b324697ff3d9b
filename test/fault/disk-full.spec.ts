import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { Finding } from '#libs/invariants';
import { checkDatabase, readDomainEnv } from '#libs/invariants';
import { killPostmaster, ownerUrl } from '../support/embedded-cluster.ts';
import { freePort } from '#libs/embedded-postgres';
import { RunningApp } from '../support/running-app.ts';
import { until } from '../support/until.ts';
import { contradictions } from './log-against-database.ts';
import { RepeatedDeliveries } from './repeated-deliveries.ts';
import { Scenario } from './scenario.ts';
import { randomOf, times } from './seed.ts';
import { AFTER_DATABASE_MS } from './server-faults.ts';
import { ALL_SIGNS, thisMoment } from './movement.ts';

const SIZE_MB = 400;
const TURNED_AWAY = 3;

/** A small disk of its own for the data folder; null where one can't be mounted. */
function smallDisk(): string | null {
  const folder = mkdtempSync(join(tmpdir(), 'jiefen-disk-'));
  const { status } = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${String(SIZE_MB)}m,mode=755`, 'tmpfs', folder], { stdio: 'ignore' });
  if (status === 0) return folder;
  rmSync(folder, { recursive: true });
  return null;
}

const disk = smallDisk();
if (disk === null)
  console.warn(
    'NOT POSSIBLE HERE: disk full under PostgreSQL. It needs the right to mount a tmpfs (root, or a container with CAP_SYS_ADMIN).',
  );

describe('the disk under PostgreSQL', () => {
  const random = randomOf('disk-full');
  let app: RunningApp;
  let scenario: Scenario;
  let repeats: RepeatedDeliveries;
  let pool: pg.Pool;
  let dataDir: string;

  /** Takes what is left of the disk. */
  function fill(file: string): void {
    const { bavail, bsize } = statfsSync(dataDir);
    for (let left = bavail * bsize, n = 0; left > 0; left -= 8 * 1024 * 1024, n++) {
      try {
        writeFileSync(`${file}-${String(n)}`, Buffer.alloc(Math.min(left, 8 * 1024 * 1024)));
      } catch {
        return;
      }
    }
  }

  async function fullAndFree(): Promise<void> {
    const ballast = join(dataDir, 'ballast');
    mkdirSync(ballast);
    const before = scenario.log.turnedAway.intakes;
    fill(join(ballast, 'file'));
    // What is left of the present WAL segment would last for minutes.
    await pool.query('select pg_switch_wal()').catch(() => undefined);
    await until(
      'intakes are turned away',
      () => scenario.log.turnedAway.intakes - before,
      (count) => count >= TURNED_AWAY,
    );
    rmSync(ballast, { recursive: true });
    scenario.tally.fired('disk full', await scenario.movement.after(thisMoment(), ALL_SIGNS, 'there is room again', AFTER_DATABASE_MS));
  }

  beforeAll(async () => {
    if (disk === null) return;
    dataDir = join(disk, 'data');
    mkdirSync(dataDir);
    chmodSync(dataDir, 0o755);
    app = new RunningApp({ port: await freePort(), env: { DATA_DIR: dataDir, CLOCK: 'manual' } });
    await app.start();
    pool = new pg.Pool({ connectionString: ownerUrl(dataDir), max: 4, query_timeout: 30_000 });
    pool.on('error', () => undefined);
    scenario = new Scenario('disk-full', app, pool, random);
    scenario.tally.plan('disk full', times(1, 5));
    repeats = new RepeatedDeliveries(ownerUrl(dataDir), random.fork());
    try {
      await scenario.run(4, repeats, async () => {
        for (let n = 0; n < times(1, 5); n++) {
          await scenario.whenClientsGotOn(random.between(20, 60));
          await fullAndFree();
        }
        await scenario.whenClientsGotOn(20);
      });
      await scenario.quiet(repeats);
    } catch (error) {
      console.log(app.output.slice(-6_000));
      throw error;
    } finally {
      console.log(`${scenario.report()}\n${scenario.log.surprises.slice(0, 20).join('\n')}`);
    }
  }, 900_000);

  afterAll(async () => {
    if (disk === null) return;
    await repeats.close();
    await pool.end();
    await app.kill();
    const pid = killPostmaster(dataDir);
    // It can't be taken away from under a server that still runs.
    await until(
      'the disk is free',
      () => spawnSync('umount', [disk], { stdio: 'ignore' }).status,
      (status) => status === 0 || pid === null,
    );
    rmSync(disk, { recursive: true, force: true });
  }, 60_000);

  it('may be full: nothing acknowledged is lost, intake is turned away meanwhile, work moves again with room', async () => {
    // Said loudly above, and counted as not possible.
    if (disk === null) return;
    expect(scenario.tally.missing()).toEqual([]);
    expect(scenario.log.turnedAway.intakes).toBeGreaterThanOrEqual(TURNED_AWAY);
    expect(scenario.log.surprises).toEqual([]);
    expect(scenario.log.hangs).toEqual([]);
    expect(await contradictions(pool, scenario.log.operations)).toEqual([]);
    const findings: Finding[] = [];
    for await (const finding of checkDatabase(pool, await readDomainEnv(pool))) findings.push(finding);
    expect(findings).toEqual([]);
    expect(app.deaths).toEqual([]);
  }, 120_000);
});
