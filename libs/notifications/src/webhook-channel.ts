import type { Pool } from 'pg';
import type { IdentityService } from '#libs/identity';
import type { Allowance, ChannelAdapter, ReadyToSend } from './channel-adapter.ts';
import type { ClaimedDelivery } from './claimed-delivery.ts';
import { CLOUD_EVENT_TYPE, cloudEventOf } from './cloud-event.ts';
import type { HttpAnswer } from './http-call.ts';
import { callHttp } from './http-call.ts';
import type { SendOutcome } from './send-outcome.ts';
import type { WebhookFailures } from './webhook-failures.ts';
import { signedHeaders } from './webhook-signature.ts';
import type { WebhookRules } from './webhook-url.ts';
import { mayBePrivate, webhookUrlMistake } from './webhook-url.ts';

export interface WebhookSettings extends WebhookRules {
  /** `source` of the events. */
  readonly source: string;
  readonly rate: number;
  readonly within: number;
  readonly settle: number;
}

/** Signed events to subscribed systems. They can't be asked, but know a repetition by its `webhook-id`. */
export class WebhookChannel implements ChannelAdapter {
  readonly channel = 'webhook';
  readonly ask = null;

  constructor(
    private readonly pool: Pool,
    private readonly identity: IdentityService,
    private readonly failures: WebhookFailures,
    private readonly settings: WebhookSettings,
  ) {}

  get settle(): number {
    return this.settings.settle;
  }

  allowanceOf(delivery: ClaimedDelivery): Allowance {
    return { provider: `webhook:${delivery.recipientId}`, rate: this.settings.rate };
  }

  async prepare(delivery: ClaimedDelivery): Promise<ReadyToSend | null> {
    if (delivery.sealed) return null;
    const { rows } = await this.pool.query<{ url: string; secret: Buffer; previous: Buffer | null }>(
      `select url, secret, case when previous_until > clock_timestamp() then previous_secret end as previous
       from jiefen.webhooks where id = $1 and active`,
      [delivery.recipientId],
    );
    const [hook] = rows;
    if (hook === undefined) return null;
    const open = (sealed: Buffer): string => this.identity.keyring.openStored('webhook-secret', delivery.recipientId, sealed);
    const secrets = [hook.secret, ...(hook.previous === null ? [] : [hook.previous])].map(open);
    const body = JSON.stringify(cloudEventOf(delivery, this.settings.source));
    return () => this.call(hook.url, delivery.id, body, secrets);
  }

  async noted(delivery: ClaimedDelivery, outcome: SendOutcome): Promise<void> {
    if (outcome.kind === 'accepted') await this.failures.forget(delivery.recipientId);
    else await this.failures.count(delivery.recipientId, outcome.reason, outcome.reason === 'HTTP 410');
  }

  private async call(address: string, id: string, body: string, secrets: readonly string[]): Promise<SendOutcome> {
    // The rules may have become stricter since it was subscribed.
    if (webhookUrlMistake(address, this.settings) !== null) return { kind: 'refused', reason: 'EURL' };
    const url = new URL(address);
    const answer = await callHttp({
      method: 'POST',
      url,
      headers: { 'content-type': CLOUD_EVENT_TYPE, ...signedHeaders(id, Math.floor(Date.now() / 1000), body, secrets) },
      body,
      within: this.settings.within,
      atMost: 0,
      publicOnly: !mayBePrivate(url, this.settings),
    });
    return outcomeOf(answer);
  }
}

/** 2xx is a yes, 410 a no for ever; everything else may be another time (Standard Webhooks). */
function outcomeOf(answer: HttpAnswer): SendOutcome {
  if (answer.kind === 'broken') {
    const { sent, reason } = answer;
    return sent ? { kind: 'unknown', reason } : { kind: 'failed', reason, retryAfter: null };
  }
  const { status, retryAfter } = answer;
  const reason = `HTTP ${String(status)}`;
  if (status >= 200 && status < 300) return { kind: 'accepted', reference: reason };
  return status === 410 ? { kind: 'refused', reason } : { kind: 'failed', reason, retryAfter };
}
