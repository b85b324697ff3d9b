import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { EmbeddedPostgres } from '#libs/embedded-postgres';
import { startEmbeddedPostgres } from '#libs/embedded-postgres';
import { runMigrations } from '#libs/persistence';
import { until } from '../../support/until.ts';

/** A server of the spec's own; every test gets a database of its own, copied from a migrated one. */
export class QueueServer {
  private made = 0;

  private constructor(
    readonly server: EmbeddedPostgres,
    private readonly folder: string,
  ) {}

  static async start(): Promise<QueueServer> {
    const folder = mkdtempSync(join(tmpdir(), 'jiefen-queues-'));
    chmodSync(folder, 0o755);
    const server = await startEmbeddedPostgres({ dataDir: folder, database: 'template' });
    await runMigrations(server.url);
    return new QueueServer(server, folder);
  }

  async database(): Promise<TestDatabase> {
    this.made += 1;
    const name = `test_${String(this.made)}`;
    const client = new pg.Client({ connectionString: this.server.urlOf('postgres') });
    await client.connect();
    await client.query(`create database ${name} template template`);
    await client.end();
    return new TestDatabase(this.server.urlOf(name));
  }

  /** After `server.stop()`: the same cluster on the same port. The old instance is spent. */
  async restart(): Promise<QueueServer> {
    return new QueueServer(await startEmbeddedPostgres({ dataDir: this.folder, database: 'template' }), this.folder);
  }

  async stop(): Promise<void> {
    const { pid } = this.server;
    await this.server.stop();
    // Its parent looks into the folder once more when it is told of the end.
    await until(
      'the server has gone',
      () => exists(pid),
      (there) => !there,
    );
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** What a test puts in and looks at, as the owner. */
export class TestDatabase {
  readonly pool: pg.Pool;

  constructor(readonly url: string) {
    this.pool = new pg.Pool({ connectionString: url, max: 2 });
    this.pool.on('error', () => undefined);
  }

  async one<T>(sql: string, values: unknown[] = []): Promise<T> {
    const { rows } = await this.pool.query<Record<string, T>>(sql, values);
    const [row] = rows;
    if (row === undefined) throw new Error(`no row: ${sql}`);
    return Object.values(row)[0] as T;
  }

  /**
   * Cases with one event and one outbox row each, as the engine leaves them, with a notice to `unitId` in each.
   * Returns the outbox ids.
   */
  async commitNotices(
    count: number,
    options: { readonly unitId?: string; readonly sealed?: boolean; readonly holder?: string; readonly state?: string } = {},
  ): Promise<string[]> {
    const unitId = options.unitId ?? UNIT;
    const { rows } = await this.pool.query<{ id: string }>(
      `with made as (
         select gen_random_uuid() id from generate_series(1, $1)
       ), cases as (
         insert into jiefen.cases (id, case_no, query_hash, procedure, procedure_version, state, version, seq, head_hash, last_at, context,
           open_deadlines, class, sealed, title, category_code, division_code, holder_unit_id, lead_unit_id, viewer_unit_ids, channel, headcount,
           urgent, confidential, received_at, registered_at, overdue, recorded_at)
         select id, id::text, decode(md5(id::text), 'hex'), 'petition', 1, $4, 2, 1, 'h', now(), '{}', '[]', 'CLAIM', $3, '', '990000', '430421',
           $5, $5, array[$5::uuid], 'visit', 1, false, false, now(), now(), false, now() from made
       ), events as (
         insert into jiefen.events (case_id, seq, type, at, recorded_at, command_id, body, hash)
         select id, 1, 'case.forwarded', '2026-03-06T01:30:00Z', now(), id, '{}', 'h' from made
       )
       insert into jiefen.outbox (topic, case_id, seq, payload, created_at)
       select 'notice', id, 1, jsonb_build_object('notices', jsonb_build_array(
         jsonb_build_object('kind', 'case.forwarded', 'unitId', $2::text, 'roles', jsonb_build_array('handler', 'head')))), now()
       from made returning id::text`,
      [count, unitId, options.sealed ?? false, options.state ?? 'routed', options.holder ?? UNIT],
    );
    return rows.map(({ id }) => id);
  }

  /** Deadlines with their next rung `seconds` of legal time from now, and the wake-up for it. */
  async armDeadlines(count: number, seconds: number): Promise<void> {
    await this.pool.query(
      `with instant as (select date_trunc('milliseconds', jiefen.app_now() + make_interval(secs => $2)) at), wake as (
         insert into jiefen.wakeups (at) select at from instant on conflict do nothing
       )
       insert into jiefen.deadlines (id, case_id, rule, state, trigger_at, rule_pack, calendar_version, extension_days, pauses, due_date, due_at,
         digest, owner_role, version, next_step, next_at, armed_seq, changed_at)
       select gen_random_uuid(), gen_random_uuid(), 'PET-FWD', 'armed', at, 'p', 'c', 0, '[]', at::date, at, 'd', 'clerk', 1, 1, at, 1, now()
       from instant, generate_series(1, $1)`,
      [count, seconds],
    );
  }

  close(): Promise<void> {
    return this.pool.end();
  }
}

function exists(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

export const UNIT = '11111111-1111-5111-8111-111111111111';
export const OTHER_UNIT = '22222222-2222-5222-8222-222222222222';
