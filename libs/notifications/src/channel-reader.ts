import type { Pool } from 'pg';
import type { ChannelSettings } from '#libs/config';
import { configuredChannels } from './channel-adapters.ts';
import type { Channel } from './channel.ts';
import { CHANNELS } from './channel.ts';

/** One channel as its administrators see it. Counts are taken up to 1,001. */
export interface ChannelState {
  readonly channel: Channel;
  /** Null: no process that sends has said anything yet. */
  readonly configured: boolean | null;
  /** Messages a second at most. */
  readonly rate: number | null;
  /** To be sent, now or later. */
  readonly waiting: number;
  /** Of these, tried at least once. */
  readonly retrying: number;
  /** By how many seconds the oldest that may be sent is late; null when none is. */
  readonly overdueSeconds: number | null;
  /** Given up and not sent again. */
  readonly dead: number;
  /** ISO 8601, UTC. */
  readonly lastAcceptedAt: string | null;
}

/** Says which channels this process would send on. */
export async function writeChannelSettings(pool: Pool, settings: ChannelSettings): Promise<void> {
  const on: readonly Channel[] = [...configuredChannels(settings), 'webhook'];
  const rates: Readonly<Record<Channel, number>> = {
    email: settings.mailRate,
    sms: settings.gatewayRate,
    im: settings.gatewayRate,
    webhook: settings.webhookRate,
  };
  await pool.query(
    `insert into jiefen.channel_settings (channel, configured, rate, seen_at)
     select channel, configured, rate, clock_timestamp() from unnest($1::text[], $2::boolean[], $3::float8[]) s(channel, configured, rate)
     order by channel
     on conflict (channel) do update set configured = excluded.configured, rate = excluded.rate, seen_at = excluded.seen_at`,
    [CHANNELS, CHANNELS.map((channel) => on.includes(channel)), CHANNELS.map((channel) => rates[channel])],
  );
}

/** Reads how each channel fares, from tables alone. */
export class ChannelReader {
  constructor(private readonly pool: Pool) {}

  async read(): Promise<readonly ChannelState[]> {
    const { rows } = await this.pool.query<ChannelState>(
      `select c.channel, s.configured, s.rate,
              (select count(*)::int from (select from jiefen.deliveries d where d.channel = c.channel and d.state = 'waiting' limit 1001) w) as waiting,
              (select count(*)::int from (select from (select tries from jiefen.deliveries d
                 where d.channel = c.channel and d.state = 'waiting' limit 10000) w where tries > 0 limit 1001) r) as retrying,
              (select extract(epoch from clock_timestamp() - d.not_before)::float8 from jiefen.deliveries d
               where d.channel = c.channel and d.state = 'waiting' and d.not_before < clock_timestamp() order by d.not_before limit 1) as "overdueSeconds",
              (select count(*)::int from (select from jiefen.dead_letters l
                 where l.source = 'delivery' and l.redriven_at is null and l.payload->>'channel' = c.channel limit 1001) x) as dead,
              (select to_char(max(d.done_at) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') from jiefen.deliveries d
               where d.channel = c.channel and d.state = 'accepted') as "lastAcceptedAt"
       from unnest($1::text[]) with ordinality c(channel, n) left join jiefen.channel_settings s using (channel) order by c.n`,
      [CHANNELS],
    );
    return rows;
  }
}
