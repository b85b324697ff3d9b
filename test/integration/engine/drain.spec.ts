import { jest } from '@jest/globals';
import type { PoolClient } from 'pg';
import { EngineOverloaded } from '#libs/engine';
import { engineCity, intake, openEngine } from '../../support/engine-city.ts';
import { ownServer } from '../../support/own-server.ts';
import type { TestDatabase } from '../../support/test-postgres.ts';
import { until } from '../../support/until.ts';

jest.setTimeout(60_000);
const city = engineCity();
/** ms. */
const PATIENCE = 200;
const server = ownServer();
let database: TestDatabase;
let holder: PoolClient;

beforeEach(async () => {
  database = await server.database();
  await database.owner.query("update jiefen.app_clock set now_at = '2026-01-05T01:00:00Z'");
  holder = await database.owner.connect();
  await holder.query('begin');
  await holder.query('lock table jiefen.events in exclusive mode');
});
afterEach(async () => {
  await database.drop();
});

/** Resolves when a commit stands at the lock. */
async function held(): Promise<void> {
  await until(
    'a commit waits',
    async () =>
      (await database.owner.query<{ n: number }>("select count(*)::int as n from pg_stat_activity where wait_event_type = 'Lock'")).rows[0]
        ?.n,
    (n) => n === 1,
  );
}

async function letGo(): Promise<void> {
  await holder.query('commit');
  holder.release();
}

it('ends after what is being committed, a registration without a key included', async () => {
  const one = await openEngine(database.url, city);
  const order: string[] = [];
  const stored = one.engine.register(intake(city)).then(({ kind }) => order.push(kind));
  await held();
  const drained = one.engine.drain().then(() => order.push('drained'));
  await letGo();
  await Promise.all([stored, drained]);
  expect(order).toEqual(['done', 'drained']);
  await one.close();
});

it('ends when what was left had waited too long', async () => {
  const limits = { commands: { queued: 100, waitMs: PATIENCE }, intake: { queued: 100, waitMs: PATIENCE } };
  const one = await openEngine(database.url, city, { lanes: 1, limits });
  const stored = one.engine.register(intake(city));
  await held();
  const arrived = performance.now();
  const late = expect(one.engine.register(intake(city))).rejects.toBeInstanceOf(EngineOverloaded);
  const drained = one.engine.drain();
  await until(
    'it has waited too long',
    () => performance.now() - arrived,
    (waited) => waited > PATIENCE,
  );
  await letGo();
  await Promise.all([stored, late, drained]);
  await one.close();
});
