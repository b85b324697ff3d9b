import { randomUUID } from 'node:crypto';
import type { TestingModule } from '@nestjs/testing';
import { NotificationModule } from '#apps/notification';
import { RelayModule } from '#apps/relay';
import { IdentityService } from '#libs/identity';
import type { DeliveryOptions } from '#libs/notifications';
import { DEFAULT_DELIVERY_OPTIONS, DELIVERY_OPTIONS } from '#libs/notifications';
import { createPool } from '#libs/persistence';
import { until } from '../../support/until.ts';
import type { TestDatabase } from '../queues/queue-database.ts';
import { UNIT } from '../queues/queue-database.ts';
import type { ProcessOptions } from '../queues/queue-process.ts';
import { startProcess } from '../queues/queue-process.ts';

/** Small pauses, so that what takes minutes in a city takes fractions of a second here. */
export const QUICK: DeliveryOptions = {
  ...DEFAULT_DELIVERY_OPTIONS,
  lease: 4000,
  answerWithin: 500,
  maxTries: 4,
  retryAfter: [50, 1500],
  askAfter: 300,
  resendMailAfter: 400,
  webhookFailures: 3,
};

const MASTER_KEY = Buffer.alloc(32, 7);

/** Rates nobody meets, and no quiet hours, unless a test sets some. */
const OPEN = { MAIL_RATE: '1000', MESSAGE_GATEWAY_RATE: '1000', WEBHOOK_RATE: '1000', QUIET_HOURS: '00:00-00:00' };

export interface Person {
  readonly email?: string;
  readonly sms?: string;
  readonly im?: string;
  readonly roles?: readonly string[];
  readonly language?: 'zh' | 'en';
}

/** Relay and notification as one process over a database of the test's own, with the channels that the test gives it. */
export function startOutward(
  options: Omit<ProcessOptions, 'modules' | 'override'> & {
    readonly delivery?: Partial<DeliveryOptions>;
    readonly modules?: ProcessOptions['modules'];
  },
): Promise<TestingModule> {
  const { delivery, env, modules = [RelayModule, NotificationModule], ...rest } = options;
  return startProcess({
    ...rest,
    modules,
    env: { ...OPEN, ...env },
    override: (builder) => builder.overrideProvider(DELIVERY_OPTIONS).useValue({ ...QUICK, ...delivery }),
  });
}

/** The unit that the notices of `commitNotices` are addressed to. */
export async function makeUnit(database: TestDatabase): Promise<void> {
  await database.pool.query(
    `with place as (
       insert into jiefen.divisions (code, name, level, ancestors) values ('430421', 'x', 'county', '{}') on conflict do nothing
     )
     insert into jiefen.units (id, code, name, name_en, function, division, level)
     values ($1, 'petition.430421', 'x', 'x', 'petition', '430421', 'county') on conflict do nothing`,
    [UNIT],
  );
}

/** A handler of the unit, by default, who wants to be told at these addresses. Returns the account's id. */
export async function addPerson(database: TestDatabase, person: Person): Promise<string> {
  const id = randomUUID();
  await database.pool.query(
    `insert into jiefen.users (id, username, password_hash, display_name, roles, unit_id) values ($1::uuid, $1::text, 'x', 'x', $2, $3)`,
    [id, person.roles ?? ['handler'], UNIT],
  );
  const pool = createPool(database.url, { name: 'contacts', max: 1 });
  try {
    const { keyring } = await IdentityService.open(pool, MASTER_KEY);
    for (const channel of ['email', 'sms', 'im'] as const) {
      const address = person[channel];
      if (address === undefined) continue;
      await pool.query(`insert into jiefen.user_contacts (user_id, channel, address, wanted, language) values ($1, $2, $3, true, $4)`, [
        id,
        channel,
        keyring.sealStored('staff-contact', `${id}:${channel}`, address),
        person.language ?? 'zh',
      ]);
    }
  } finally {
    await pool.end();
  }
  return id;
}

export interface DeliveryRow {
  readonly id: string;
  readonly state: string;
  readonly kind: string;
  readonly tries: number;
  readonly error: string | null;
  readonly accepted: number;
}

export async function deliveries(database: TestDatabase): Promise<readonly DeliveryRow[]> {
  const { rows } = await database.pool.query<DeliveryRow>(
    `select id, state, kind, tries, error,
            (select count(*)::int from jiefen.delivery_attempts a where a.delivery_id = d.id and a.state = 'accepted') as accepted
     from jiefen.deliveries d order by id`,
  );
  return rows;
}

/** Waits until so many deliveries are there and none waits any more. */
export function allDone(database: TestDatabase, count: number): Promise<readonly DeliveryRow[]> {
  return until(
    `${String(count)} deliveries are done`,
    () => deliveries(database),
    (rows) => rows.length === count && rows.every(({ state }) => state !== 'waiting'),
    60_000,
  );
}

/** Everything in the tables of the product and of the queues as text, without the tables that hold ciphertext on purpose. */
export async function allText(database: TestDatabase): Promise<string> {
  const { rows } = await database.pool.query<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname in ('jiefen', 'bullmq')`,
  );
  const texts: string[] = [];
  for (const { name } of rows) texts.push(await database.one<string>(`select coalesce(string_agg(t::text, e'\\n'), '') from ${name} t`));
  return texts.join('\n');
}
