import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { completeConfig, createMasterKeyFile, readSettings } from '#libs/config';
import { prepareDatabase, setLegalClock } from '#libs/installation';
import { FaultProxy } from '../support/fault-proxy.ts';
import { freePort } from '#libs/embedded-postgres';
import { MessageGateway } from '../support/message-gateway.ts';
import { QueueStore } from '../support/queue-store.ts';
import type { QueueBackendKind } from '../support/queue-store.ts';
import { SupervisedApp } from '../support/supervised-app.ts';
import { DatabaseServer } from './database-server.ts';
import { POISON_EXIT, poisonRows } from './poison.ts';

export const APPS = ['api', 'relay', 'escalation', 'notification'] as const;
export type AppName = (typeof APPS)[number];

const HERE = import.meta.dirname;
const PRELOADS = {
  block: join(HERE, '..', 'support', 'block-event-loop.mjs'),
  clock: join(HERE, '..', 'support', 'clock-ahead.mjs'),
  poison: join(HERE, 'poison-exit.mjs'),
  death: join(HERE, '..', 'support', 'plan-death.mjs'),
};

/** How long a blocked event loop stands still; ms. */
export const BLOCKED_MS = 40_000;

interface Servers {
  readonly folder: string;
  readonly database: DatabaseServer;
  readonly queues: QueueStore;
  readonly gateway: MessageGateway;
  /** In front of PostgreSQL, of Redis, if there is one, and of the gateway. */
  readonly wires: { readonly database: FaultProxy; readonly redis: FaultProxy | null; readonly gateway: FaultProxy };
  /** Of the owner, past every proxy. */
  readonly owner: pg.Pool;
}

/** Every app as a process of its own, on servers of their own, each reached through a wire that can be made bad. */
export class InstallationApart {
  private constructor(
    private readonly servers: Servers,
    readonly apps: Record<AppName, SupervisedApp>,
    private readonly env: Readonly<Record<string, string>>,
  ) {}

  static async start(backend: QueueBackendKind, poisoned: boolean): Promise<InstallationApart> {
    const folder = mkdtempSync(join(tmpdir(), 'jiefen-fault-'));
    const masterKey = createMasterKeyFile(join(folder, 'master.key'));
    const database = await DatabaseServer.start();
    const queues = await QueueStore.start(backend);
    const settings = readSettings({ DATA_DIR: folder, CLOCK: 'manual', DATABASE_URL: database.url });
    const config = completeConfig(settings, { masterKey });
    await prepareDatabase(config);
    await setLegalClock(config);
    const owner = new pg.Pool({ connectionString: database.url, max: 6, connectionTimeoutMillis: 5_000, query_timeout: 30_000 });
    owner.on('error', () => undefined);
    if (poisoned) await poisonRows(owner);
    const redisUrl = queues.redisUrl;
    const gateway = await MessageGateway.start();
    const wires = {
      database: await FaultProxy.start(() => ({ host: '127.0.0.1', port: database.port })),
      redis: redisUrl === null ? null : await FaultProxy.start(() => ({ host: '127.0.0.1', port: Number(new URL(redisUrl).port) })),
      gateway: await FaultProxy.start(() => ({ host: '127.0.0.1', port: Number(new URL(gateway.url).port) })),
    };
    const env = {
      DATA_DIR: folder,
      CLOCK: 'manual',
      DATABASE_URL: wires.database.through(database.url),
      ...(wires.redis === null || redisUrl === null ? {} : { REDIS_URL: wires.redis.through(redisUrl) }),
      ...sendsMessages(wires.gateway.through(gateway.url), gateway.token),
    };
    const apps = {} as Record<AppName, SupervisedApp>;
    for (const app of APPS) apps[app] = await appOf(app, env, { immune: !poisoned });
    const installation = new InstallationApart({ folder, database, queues, gateway, wires, owner }, apps, env);
    await Promise.all(APPS.map((app) => apps[app].start()));
    await Promise.all(APPS.map((app) => apps[app].ready()));
    return installation;
  }

  get database(): DatabaseServer {
    return this.servers.database;
  }

  get queues(): QueueStore {
    return this.servers.queues;
  }

  /** Where SMS go; its log is the witness. */
  get gateway(): MessageGateway {
    return this.servers.gateway;
  }

  get wires(): Servers['wires'] {
    return this.servers.wires;
  }

  get owner(): pg.Pool {
    return this.servers.owner;
  }

  /** The environment that every process of it has. */
  get environment(): Readonly<Record<string, string>> {
    return this.env;
  }

  /** A second process of an app, beside the first: its own clock may be wrong. Not started yet. */
  second(app: AppName, clockAheadMs?: number): Promise<SupervisedApp> {
    return appOf(app, this.env, clockAheadMs === undefined ? {} : { clockAheadMs });
  }

  /** The process that poison takes down gives way to one that it doesn't. */
  async replaceNotification(): Promise<void> {
    await this.apps.notification.drop();
    this.apps.notification = await appOf('notification', this.env, { immune: true });
    await this.apps.notification.start();
    await this.apps.notification.ready();
  }

  /** Stops the apps in order. @returns their exit codes */
  async stopApps(): Promise<Readonly<Record<AppName, number | null>>> {
    const codes = await Promise.all(APPS.map(async (app) => [app, await this.apps[app].stop()] as const));
    return Object.fromEntries(codes) as Record<AppName, number | null>;
  }

  /** Ends whatever still runs. */
  async drop(): Promise<void> {
    const { folder, database, queues, gateway, wires, owner } = this.servers;
    await Promise.all(APPS.map((app) => this.apps[app].drop()));
    await owner.end();
    await wires.database.close();
    await wires.redis?.close();
    await wires.gateway.close();
    await gateway.stop();
    await queues.stop();
    await database.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Petitioners are told by SMS, at any hour: the quiet ones are an hour in the other half of the day. */
function sendsMessages(url: string, token: string): Readonly<Record<string, string>> {
  const hour = (shift: number): string => `${String((new Date().getUTCHours() + 8 + shift) % 24).padStart(2, '0')}:00`;
  return {
    MESSAGE_GATEWAY_URL: url,
    MESSAGE_GATEWAY_TOKEN: token,
    MESSAGE_GATEWAY_CHANNELS: 'sms',
    MESSAGE_GATEWAY_RATE: '1000',
    PETITIONER_SMS: '1',
    QUIET_HOURS: `${hour(11)}-${hour(12)}`,
  };
}

async function appOf(
  app: AppName,
  env: Readonly<Record<string, string>>,
  { clockAheadMs, immune = false }: { readonly clockAheadMs?: number; readonly immune?: boolean },
): Promise<SupervisedApp> {
  const poisonable = app === 'notification' && !immune;
  const preloads = [
    PRELOADS.death,
    ...(poisonable ? [PRELOADS.poison] : []),
    ...(clockAheadMs === undefined ? [PRELOADS.block] : [PRELOADS.clock]),
  ];
  return new SupervisedApp({
    app,
    port: await freePort(),
    node: preloads.flatMap((file) => ['--import', file]),
    env: {
      ...env,
      ...(poisonable ? { POISON_EXIT } : {}),
      ...(clockAheadMs === undefined ? { BLOCK_MS: String(BLOCKED_MS) } : { CLOCK_AHEAD_MS: String(clockAheadMs) }),
    },
  });
}
