import type { Pool, PoolClient } from 'pg';
import type { Delivery, DeliveryResult, OutboxConsumerOptions } from '#libs/backlog';
import { OutboxConsumer, PostgresOutbox } from '#libs/backlog';
import { reachFaultPoint } from '#libs/fault-points';
import type { CaseNews } from '#libs/stream';
import { publishStream } from '#libs/stream';
import { ADDRESSED } from './addressed-deliveries.ts';
import type { OutwardSettings } from './outward-settings.ts';
import { INSIDE_ONLY, restUntil } from './outward-settings.ts';

/**
 * One statement for a whole batch. A row whose event is missing or whose payload isn't what the engine writes fails, and is
 * found by halving; nothing is left out silently. A row that another delivery has in hand is left to it: should that one fail, its
 * lease brings it back. A case that was sealed after the notice was written is told only to those
 * who may still know of it, and live updates of a sealed case wait until it has left its registering clerk (contract: "Sealed
 * cases").
 */
const DELIVER = `
  with claimed as materialized (
    select id, case_id, seq, payload from jiefen.outbox
    where id = any($1::bigint[]) and done_at is null order by id for update skip locked
  ), told as materialized (
    select c.id, c.case_id, c.seq, n.ordinal, (n.notice->>'unitId')::uuid as unit_id, n.notice, e.at, k.version,
           k.sealed, k.state, k.holder_unit_id
    from claimed c
    left join jiefen.events e on e.case_id = c.case_id and e.seq = c.seq
    left join jiefen.cases k on k.id = c.case_id
    cross join lateral jsonb_array_elements(coalesce(c.payload->'notices', '"missing"')) with ordinality n(notice, ordinal)
    where n.notice->>'unitId' is not null and (k.sealed is not true or (n.notice->>'unitId')::uuid = any(k.viewer_unit_ids))
      -- Of a record beside a case that was sealed since nobody is told.
      and (k.id is null or k.sealed or (k.main_case_id is null and k.class <> 'RECORD') or not jiefen.under_seal(k))
  ), written as (
    insert into jiefen.notices (outbox_id, ordinal, unit_id, roles, case_id, seq, kind, rule, at)
    select id, ordinal, unit_id, array(select jsonb_array_elements_text(notice->'roles')), case_id, seq, notice->>'kind', notice->>'rule', at
    from told order by id, ordinal
    on conflict (outbox_id, ordinal) do nothing
    returning outbox_id
  ), ${ADDRESSED}, finished as (
    update jiefen.outbox o set done_at = clock_timestamp(), lease_until = null, error = null from claimed where o.id = claimed.id
    returning o.id
  )
  select 'inbox' as topic, case_id as "caseId", seq, version, to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at,
         jsonb_agg(jsonb_build_object('unitId', unit_id, 'roles', notice->'roles') order by ordinal) as "to"
  from told
  where sealed is not true or (unit_id = holder_unit_id and state <> 'registered')
  group by id, case_id, seq, version, at order by id`;

/**
 * Puts notices into the inboxes, writes the deliveries of those who want to be told outside too, marks the outbox rows done and tells
 * whoever is watching: all in one transaction.
 */
export class NoticeDelivery {
  private readonly consumer: OutboxConsumer<PoolClient>;
  readonly counts = { rows: 0, failed: 0, buried: 0 };

  constructor(
    pool: Pool,
    options: OutboxConsumerOptions = {},
    private readonly outward: OutwardSettings = INSIDE_ONLY,
  ) {
    this.consumer = new OutboxConsumer(new PostgresOutbox(pool), options);
  }

  /** Rows that are done already are left alone, so delivering twice writes once. @throws when the database is away */
  async deliver(delivery: Delivery): Promise<DeliveryResult> {
    const result = await this.consumer.consume(delivery, (client, ids) => deliverRows(client, ids, this.outward));
    this.counts.rows += delivery.ids.length - result.failed;
    this.counts.failed += result.failed;
    this.counts.buried += result.buried;
    return result;
  }
}

async function deliverRows(client: PoolClient, ids: readonly string[], outward: OutwardSettings): Promise<void> {
  reachFaultPoint('notification.before-insert');
  // Quiet hours are those of the database's clock.
  const now = outward.channels.length === 0 ? new Date().toISOString() : await databaseNow(client);
  const { until, pass } = restUntil(outward, now);
  const { rows } = await client.query<CaseNews>({
    name: 'deliver-notices',
    text: DELIVER,
    values: [ids, outward.channels, pass, until, outward.petitioners && outward.channels.includes('sms')],
  });
  await publishStream(
    client,
    rows.map(({ topic, caseId, seq, version, at, to }) => ({ topic, caseId, seq, version, at, to })),
  );
  reachFaultPoint('notification.after-insert');
}

async function databaseNow(client: PoolClient): Promise<string> {
  const { rows } = await client.query<{ now: Date }>('select clock_timestamp() as now');
  const [row] = rows;
  if (row === undefined) throw new Error('the database did not tell its time');
  return row.now.toISOString();
}
