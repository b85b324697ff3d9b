import type { Pool } from 'pg';
import type { BacklogReport } from '#libs/contracts';

/** The relay writes its figures every two seconds and tries again after five at most; beyond this it is not there. */
const SILENT_AFTER = 15;
/** Deadlines whose lateness is looked at. */
const LATEST_FIRES = 1000;

const ISO = `'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'`;

const BACKEND = `
  select jsonb_build_object(
    'kind', b.kind,
    'state', case when b.at is null or b.at < clock_timestamp() - make_interval(secs => ${String(SILENT_AFTER)}) then 'silent'
                  when b.away_since is not null then 'away' else 'up' end,
    'reason', b.reason,
    'since', to_char((case when b.at < clock_timestamp() - make_interval(secs => ${String(SILENT_AFTER)}) then b.at else b.away_since end) at time zone 'UTC', ${ISO}))
  from (select) always left join jiefen.queue_backend b on true`;

const QUEUES = `
  select coalesce(jsonb_agg(jsonb_build_object(
    'queue', f.queue, 'backend', f.backend, 'waiting', f.waiting, 'active', f.active, 'delayed', f.delayed, 'failed', f.failed,
    'paused', p.queue is not null,
    'pause', case when p.queue is not null then jsonb_build_object('reason', p.reason, 'by', coalesce(u.display_name, ''),
      'at', to_char(p.paused_at at time zone 'UTC', ${ISO})) end,
    'at', to_char(f.at at time zone 'UTC', ${ISO})) order by f.queue), '[]')
  from jiefen.queue_figures f
  left join jiefen.queue_pauses p on p.queue = f.queue
  left join jiefen.users u on u.id = p.paused_by`;

/** A deadline that was armed when it had passed already (a ledger's, a late registration's) is late from then on. */
const FIRED = `
  select case when count(*) > 0 then jsonb_build_object('count', count(*), 'max', max(late),
    'p50', percentile_cont(0.5) within group (order by late), 'p99', percentile_cont(0.99) within group (order by late)) end
  from (
    select greatest(0, extract(epoch from d.fired_at - greatest(d.due_at, e.at)))::float8 as late
    from (
      select case_id, armed_seq, due_at, fired_at from jiefen.deadlines
      where fired_at > jiefen.app_now() - interval '1 day' order by fired_at desc limit ${String(LATEST_FIRES)}
    ) d
    left join jiefen.events e on e.case_id = d.case_id and e.seq = d.armed_seq
  ) fires`;

const REPORT = `
  select jsonb_build_object(
    'backend', (${BACKEND}),
    'queues', (${QUEUES}),
    'outbox', jsonb_build_object(
      'undone', (select count(*) from (select from jiefen.outbox where done_at is null limit 1001) capped),
      'oldestSeconds', (select greatest(0, extract(epoch from clock_timestamp() - created_at))::float8
                        from jiefen.outbox where done_at is null order by id limit 1),
      'retrying', (select count(*) from (
         select from (select tries from jiefen.outbox where done_at is null order by id limit 10000) head
         where tries > 0 limit 1001) capped)),
    'deadlines', jsonb_build_object(
      'due', (select count(*) from (select from jiefen.deadlines where next_at <= jiefen.app_now() limit 1001) capped),
      'latenessSeconds', coalesce((select extract(epoch from jiefen.app_now() - next_at)::float8
         from jiefen.deadlines where next_at <= jiefen.app_now() order by next_at limit 1), 0),
      'fired', (${FIRED})),
    'deadLetters', (select count(*) from (select from jiefen.dead_letters where redriven_at is null limit 1001) capped)
  ) as report`;

/** Reads what waits to be done, from tables alone: the API shows it without touching BullMQ. */
export class BacklogReader {
  constructor(private readonly pool: Pool) {}

  async read(): Promise<BacklogReport> {
    return this.one<BacklogReport>(REPORT);
  }

  /** Where the queues live and whether they can be used there, as the relay last saw it. */
  async backend(): Promise<BacklogReport['backend']> {
    return this.one<BacklogReport['backend']>(`select (${BACKEND}) as report`);
  }

  private async one<T>(sql: string): Promise<T> {
    const { rows } = await this.pool.query<{ report: T }>(sql);
    const [row] = rows;
    if (row === undefined) throw new Error('a select without a from clause gave no row');
    return row.report;
  }
}
