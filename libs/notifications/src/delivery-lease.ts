import type { Pool } from 'pg';
import type { Channel } from './channel.ts';
import { CHANNELS } from './channel.ts';
import type { DeliveryOptions } from './delivery-options.ts';

export interface LeasedDelivery {
  readonly id: string;
  readonly version: number;
}

/** Each channel's room is its own: what one provider leaves lying takes no place from the others. */
const LEASE = `
  with room as (
    select channel, $2 - (select count(*) from (select from jiefen.deliveries d
      where d.channel = wanted.channel and d.state = 'waiting' and d.lease_until > clock_timestamp() limit $2) held) as free
    from unnest($1::text[]) wanted(channel)
  ), picked as (
    select p.id from room cross join lateral (
      select d.id from jiefen.deliveries d
      where d.channel = room.channel and d.state = 'waiting' and d.not_before <= clock_timestamp()
        and (d.lease_until is null or d.lease_until <= clock_timestamp())
      order by d.not_before limit greatest(room.free, 0) for update skip locked
    ) p
  )
  update jiefen.deliveries d set lease_until = clock_timestamp() + make_interval(secs => $3), version = d.version + 1
  from picked where d.id = picked.id
  returning d.id, d.version`;

/** Leases what is due and nobody has, up to the room of each channel. */
export async function leaseDeliveries(
  pool: Pool,
  { inFlight, lease }: Pick<DeliveryOptions, 'inFlight' | 'lease'>,
  channels: readonly Channel[] = CHANNELS,
): Promise<readonly LeasedDelivery[]> {
  const { rows } = await pool.query<LeasedDelivery>({ name: 'delivery-lease', text: LEASE, values: [channels, inFlight, lease / 1000] });
  return rows;
}

/** The queue is away: whoever looks next may have them at once. */
export async function releaseDeliveries(pool: Pool, leased: readonly LeasedDelivery[]): Promise<void> {
  await pool.query(
    `update jiefen.deliveries d set lease_until = null from unnest($1::uuid[], $2::int[]) r(id, version)
     where d.id = r.id and d.version = r.version and d.state = 'waiting'`,
    [leased.map(({ id }) => id), leased.map(({ version }) => version)],
  );
}

const AT_ONCE = 2000;

/** Removes what has long been told; dead letters stay until somebody decides. @returns how many rows went */
export async function purgeDeliveries(pool: Pool, { keepDays }: Pick<DeliveryOptions, 'keepDays'>): Promise<number> {
  const { rowCount } = await pool.query(
    `delete from jiefen.deliveries where id in (
       select id from jiefen.deliveries where state in ('accepted', 'withdrawn') and done_at < clock_timestamp() - make_interval(days => $1) limit $2)`,
    [keepDays, AT_ONCE],
  );
  return rowCount ?? 0;
}
