import type { Pool } from 'pg';
import type { AttemptState, ClaimedDelivery } from './claimed-delivery.ts';
import type { DeliveryOptions } from './delivery-options.ts';

const UTC = `'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'`;

const CLAIM = `
  with mine as (
    update jiefen.deliveries set version = version + 1, lease_until = clock_timestamp() + make_interval(secs => $3)
    where id = $1 and version = $2 and state = 'waiting'
    returning *
  )
  select m.id, m.version, m.channel, m.recipient_kind as "recipientKind", m.recipient_id as "recipientId", m.unit_id as "unitId", m.roles,
         m.case_id as "caseId", c.case_no as "caseNo", coalesce(jiefen.under_seal(c), false) as sealed, m.seq, m.kind, m.rule,
         to_char(m.at at time zone 'UTC', ${UTC}) as at, m.message, m.tries, to_char(clock_timestamp() at time zone 'UTC', ${UTC}) as now,
         (select jsonb_build_object('no', a.no, 'state', a.state,
                   'agoMs', extract(epoch from clock_timestamp() - coalesce(a.ended_at, a.started_at)) * 1000)
          from jiefen.delivery_attempts a where a.delivery_id = m.id order by a.no desc limit 1) as last
  from mine m left join jiefen.cases c on c.id = m.case_id`;

/** The row and its attempts; every change is refused to whoever has been overtaken. */
export class DeliveryStore {
  constructor(
    private readonly pool: Pool,
    private readonly options: Pick<DeliveryOptions, 'lease'>,
  ) {}

  /** Takes a leased delivery into its hands, for one lease. Null: it is done, or somebody else has it. */
  async claim(id: string, version: number): Promise<ClaimedDelivery | null> {
    const { rows } = await this.pool.query<ClaimedDelivery>({
      name: 'delivery-claim',
      text: CLAIM,
      values: [id, version, this.options.lease / 1000],
    });
    return rows[0] ?? null;
  }

  /** Seconds to wait for the provider's next free place; 0: it was taken. */
  async takeAllowance(provider: string, rate: number): Promise<number> {
    const { rows } = await this.pool.query<{ wait: number }>('select jiefen.take_send_allowance($1, $2, $3) as wait', [
      provider,
      rate,
      // A second's worth at once, at least one.
      Math.max(1, rate),
    ]);
    return rows[0]?.wait ?? 0;
  }

  /** Writes down that the provider is about to be called. Null: somebody has overtaken us. @returns the attempt's number */
  async begin({ id, version }: ClaimedDelivery): Promise<number | null> {
    const { rows } = await this.pool.query<{ no: number }>(
      `with mine as (
         update jiefen.deliveries set tries = tries + 1, lease_until = clock_timestamp() + make_interval(secs => $3)
         where id = $1 and version = $2 and state = 'waiting' returning id
       )
       insert into jiefen.delivery_attempts (delivery_id, no, state)
       select id, 1 + coalesce((select max(no) from jiefen.delivery_attempts where delivery_id = $1), 0), 'sending' from mine
       returning no`,
      [id, version, this.options.lease / 1000],
    );
    return rows[0]?.no ?? null;
  }

  /** What became of an attempt, alone: the delivery stays in hand. */
  async settle({ id }: ClaimedDelivery, no: number, state: AttemptState, reason: string): Promise<void> {
    await this.pool.query(
      `update jiefen.delivery_attempts set state = $3, reason = $4, ended_at = coalesce(ended_at, clock_timestamp())
       where delivery_id = $1 and no = $2 and state in ('sending', 'unknown')`,
      [id, no, state, reason],
    );
  }

  /**
   * The provider's yes. It counts whoever reports it, also one whose claim has run out: the index allows one accepted attempt, so a second
   * report changes nothing.
   */
  async accept({ id }: ClaimedDelivery, no: number, reference: string | null): Promise<void> {
    await this.pool.query(
      `with told as (
         update jiefen.delivery_attempts a set state = 'accepted', reference = $3, reason = null, ended_at = clock_timestamp()
         where delivery_id = $1 and no = $2 and state <> 'accepted'
           and not exists (select from jiefen.delivery_attempts b where b.delivery_id = $1 and b.state = 'accepted')
       )
       update jiefen.deliveries set state = 'accepted', done_at = clock_timestamp(), lease_until = null, error = null, version = version + 1
       where id = $1 and state in ('waiting', 'dead')`,
      [id, no, reference],
    );
  }

  /** Back into the queue, after a pause in ms. `asked`: a question that found nothing out counts as a try. */
  async postpone({ id, version }: ClaimedDelivery, pause: number, reason: string | null, asked = false): Promise<void> {
    await this.pool.query(
      `update jiefen.deliveries set not_before = clock_timestamp() + make_interval(secs => $3), lease_until = null,
         error = coalesce($4, error), tries = tries + $5
       where id = $1 and version = $2 and state = 'waiting'`,
      [id, version, pause / 1000, reason, asked ? 1 : 0],
    );
  }

  /** There is nobody to be told any more. */
  async withdraw({ id, version }: ClaimedDelivery, reason: string): Promise<void> {
    await this.pool.query(
      `update jiefen.deliveries set state = 'withdrawn', done_at = clock_timestamp(), lease_until = null, error = $3
       where id = $1 and version = $2 and state = 'waiting'`,
      [id, version, reason],
    );
  }

  /** Given up: a dead letter that an operator may send again. */
  async bury({ id, version }: ClaimedDelivery, reason: string): Promise<void> {
    await this.pool.query(
      `with given as (
         update jiefen.deliveries set state = 'dead', done_at = clock_timestamp(), lease_until = null, error = $3
         where id = $1 and version = $2 and state = 'waiting'
         returning id, channel, kind, case_id, tries
       )
       insert into jiefen.dead_letters (source, message_id, case_id, reason, payload, attempts)
       select 'delivery', id::text, case_id, channel || ': ' || $3, jsonb_build_object('channel', channel, 'kind', kind), tries from given
       on conflict (source, message_id) do update
         set reason = excluded.reason, attempts = excluded.attempts, created_at = now(), redriven_at = null, redriven_by = null`,
      [id, version, reason],
    );
  }
}
