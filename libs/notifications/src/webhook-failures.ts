import type { Pool } from 'pg';
import type { PersonChannel } from './channel.ts';

/** Counts a webhook's failures in a row; after so many it is switched off, and the administrators are told on their own channels. */
export class WebhookFailures {
  constructor(
    private readonly pool: Pool,
    private readonly limit: number,
    /** Those that are configured. */
    private readonly channels: readonly PersonChannel[],
  ) {}

  async forget(id: string): Promise<void> {
    await this.pool.query('update jiefen.webhooks set failures = 0 where id = $1 and failures > 0', [id]);
  }

  /** `gone`: it said that it will never come back. Switched off once, told once. */
  async count(id: string, reason: string, gone: boolean): Promise<void> {
    await this.pool.query(
      `with counted as (
         update jiefen.webhooks set failures = failures + 1,
           active = active and not ($3 or failures + 1 >= $4),
           disabled_at = case when active and ($3 or failures + 1 >= $4) then clock_timestamp() else disabled_at end,
           disabled_reason = case when active and ($3 or failures + 1 >= $4) then $2 else disabled_reason end
         where id = $1
         returning id, active, disabled_at
       )
       insert into jiefen.deliveries (id, message, channel, recipient_kind, recipient_id, roles, kind, at, not_before)
       select gen_random_uuid(), 'webhook-disabled.' || w.id || '.' || floor(extract(epoch from w.disabled_at) * 1000), k.channel, 'user', u.id,
              array['admin'], 'webhook.disabled', clock_timestamp(), clock_timestamp()
       from counted w
       join jiefen.users u on u.active and 'admin' = any(u.roles)
       join jiefen.user_contacts k on k.user_id = u.id and k.wanted and k.channel = any($5)
       where not w.active and w.disabled_at is not null
       on conflict (message, channel, recipient_id) do nothing`,
      [id, reason, gone, this.limit, this.channels],
    );
  }
}
