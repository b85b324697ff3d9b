import { randomUUID } from 'node:crypto';
import type { Pool, PoolClient } from 'pg';
import type { IdentityService } from '#libs/identity';
import { newWebhookSecret } from './webhook-signature.ts';

export interface Webhook {
  readonly id: string;
  readonly url: string;
  readonly description: string;
  /** Empty: all. */
  readonly kinds: string[];
  readonly active: boolean;
  readonly failures: number;
  readonly disabledAt: string | null;
  readonly disabledReason: string | null;
  readonly previousSecretUntil: string | null;
  readonly lastAcceptedAt: string | null;
  readonly createdAt: string;
}

export interface WebhookChange {
  readonly url?: string | undefined;
  readonly description?: string | undefined;
  readonly kinds?: readonly string[] | undefined;
  readonly active?: boolean | undefined;
}

/** More would be somebody's mistake: each is one call for every notice. */
export const MOST_WEBHOOKS = 50;

const UTC = `'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'`;
const utc = (column: string): string => `to_char(${column} at time zone 'UTC', ${UTC})`;
const COLUMNS = `w.id, w.url, w.description, w.kinds, w.active, w.failures, ${utc('w.disabled_at')} as "disabledAt",
  w.disabled_reason as "disabledReason",
  case when w.previous_until > clock_timestamp() then ${utc('w.previous_until')} end as "previousSecretUntil",
  (select ${utc('max(d.done_at)')} from jiefen.deliveries d
   where d.channel = 'webhook' and d.state = 'accepted' and d.recipient_id = w.id) as "lastAcceptedAt",
  ${utc('w.created_at')} as "createdAt"`;

/** Subscriptions; every change stands in the audit trail, in the same transaction, without address and secret. */
export class WebhookStore {
  constructor(
    private readonly pool: Pool,
    private readonly identity: IdentityService,
  ) {}

  async list(): Promise<readonly Webhook[]> {
    const { rows } = await this.pool.query<Webhook>(`select ${COLUMNS} from jiefen.webhooks w order by w.created_at, w.id`);
    return rows;
  }

  /** Null: there are too many. */
  async create(
    userId: string,
    { url, description, kinds }: { readonly url: string; readonly description: string; readonly kinds: readonly string[] },
  ): Promise<(Webhook & { readonly secret: string }) | null> {
    const id = randomUUID();
    const secret = newWebhookSecret();
    return this.inTransaction(async (client) => {
      const { rowCount } = await client.query(
        `insert into jiefen.webhooks (id, url, description, kinds, secret, created_by)
         select $1, $2, $3, $4, $5, $6 where (select count(*) from jiefen.webhooks) < $7`,
        [id, url, description, [...new Set(kinds)], this.seal(id, secret), userId, MOST_WEBHOOKS],
      );
      if (rowCount === 0) return null;
      await audit(client, userId, 'webhook.created', id, { kinds });
      return { ...(await one(client, id)), secret };
    });
  }

  /** Switched on again, it starts with no failures. Null: there is none. */
  async change(userId: string, id: string, change: WebhookChange): Promise<Webhook | null> {
    return this.inTransaction(async (client) => {
      const { rowCount } = await client.query(
        `update jiefen.webhooks set url = coalesce($2, url), description = coalesce($3, description), kinds = coalesce($4, kinds),
           active = coalesce($5, active), failures = case when $5 then 0 else failures end,
           disabled_at = case when $5 then null else disabled_at end, disabled_reason = case when $5 then null else disabled_reason end
         where id = $1`,
        [id, change.url ?? null, change.description ?? null, change.kinds ?? null, change.active ?? null],
      );
      if (rowCount === 0) return null;
      const { active } = change;
      await audit(client, userId, 'webhook.changed', id, {
        changed: Object.keys(change).sort(),
        ...(active === undefined ? {} : { active }),
      });
      return one(client, id);
    });
  }

  /** For a day both secrets sign, so that the receiver can change over when it suits him. Null: there is none. */
  async rotate(userId: string, id: string): Promise<(Webhook & { readonly secret: string }) | null> {
    const secret = newWebhookSecret();
    return this.inTransaction(async (client) => {
      const { rowCount } = await client.query(
        `update jiefen.webhooks set previous_secret = secret, previous_until = clock_timestamp() + interval '24 hours', secret = $2 where id = $1`,
        [id, this.seal(id, secret)],
      );
      if (rowCount === 0) return null;
      await audit(client, userId, 'webhook.rotated', id, {});
      return { ...(await one(client, id)), secret };
    });
  }

  /** False: there is none. */
  async remove(userId: string, id: string): Promise<boolean> {
    return this.inTransaction(async (client) => {
      const { rowCount } = await client.query('delete from jiefen.webhooks where id = $1', [id]);
      if (rowCount === 0) return false;
      await audit(client, userId, 'webhook.removed', id, {});
      return true;
    });
  }

  private seal(id: string, secret: string): Buffer {
    return this.identity.keyring.sealStored('webhook-secret', id, secret);
  }

  private async inTransaction<T>(work: (client: PoolClient) => Promise<T>): Promise<T> {
    const client = await this.pool.connect();
    let broken: Error | undefined;
    try {
      await client.query('begin');
      const result = await work(client);
      await client.query('commit');
      return result;
    } catch (error) {
      await client.query('rollback').catch((failure: unknown) => {
        broken = failure instanceof Error ? failure : new Error(String(failure));
      });
      throw error;
    } finally {
      client.release(broken);
    }
  }
}

async function one(client: PoolClient, id: string): Promise<Webhook> {
  const { rows } = await client.query<Webhook>(`select ${COLUMNS} from jiefen.webhooks w where w.id = $1`, [id]);
  const [row] = rows;
  if (row === undefined) throw new Error(`the webhook ${id} was lost within its transaction`);
  return row;
}

async function audit(client: PoolClient, userId: string, action: string, id: string, data: object): Promise<void> {
  await client.query('insert into jiefen.audit_log (user_id, action, object, data) values ($1, $2, $3, $4)', [
    userId,
    action,
    id,
    JSON.stringify(data),
  ]);
}
