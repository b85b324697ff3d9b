import { createHmac, randomBytes } from 'node:crypto';

const PREFIX = 'whsec_';

/** A new signing secret of 32 random bytes, as Standard Webhooks writes them. */
export function newWebhookSecret(): string {
  return PREFIX + randomBytes(32).toString('base64');
}

/**
 * The headers of Standard Webhooks 1.0.0 for a body.
 *
 * @param id the same for every attempt: by it the receiver tells a repetition
 * @param at Unix seconds of this attempt
 * @param secrets those that are valid now, newest first; each gives a signature
 */
export function signedHeaders(id: string, at: number, body: string, secrets: readonly string[]): Readonly<Record<string, string>> {
  const sign = (secret: string): string =>
    `v1,${createHmac('sha256', Buffer.from(secret.slice(PREFIX.length), 'base64'))
      .update(`${id}.${String(at)}.${body}`)
      .digest('base64')}`;
  return { 'webhook-id': id, 'webhook-timestamp': String(at), 'webhook-signature': secrets.map(sign).join(' ') };
}
