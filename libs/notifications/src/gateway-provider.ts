import { z } from 'zod';
import type { PersonChannel } from './channel.ts';
import type { HttpAnswer } from './http-call.ts';
import { callHttp } from './http-call.ts';
import type { RenderedMessage } from './render-template.ts';
import type { AskOutcome, SendOutcome } from './send-outcome.ts';

export interface GatewaySettings {
  /** Without a slash at the end. */
  readonly url: string;
  readonly token: string | null;
  readonly within: number;
}

export interface GatewayMessage {
  /** Idempotency key: the gateway takes it once, however often it comes. */
  readonly id: string;
  readonly channel: Exclude<PersonChannel, 'email'>;
  readonly to: string;
  readonly message: RenderedMessage;
}

const receipt = z.object({ status: z.enum(['accepted', 'pending', 'rejected']), id: z.string().max(200).optional() });
const LARGEST_ANSWER = 16_384;

/**
 * SMS and IM through one HTTP interface, which a city's own gateway, or a small bridge before a commercial one, offers:
 * `POST /messages` with an `Idempotency-Key` takes a message, `GET /messages/{key}` says what became of it. The person's address travels
 * in the body alone.
 */
export class GatewayProvider {
  constructor(private readonly settings: GatewaySettings) {}

  /** Never throws. */
  async send({ id, channel, to, message }: GatewayMessage): Promise<SendOutcome> {
    const { template, language, params, text } = message;
    const answer = await callHttp({
      method: 'POST',
      url: new URL(`${this.settings.url}/messages`),
      headers: { ...this.headers(), 'content-type': 'application/json', 'idempotency-key': id },
      body: JSON.stringify({ channel, to, template, language, params, text }),
      within: this.settings.within,
      atMost: LARGEST_ANSWER,
      publicOnly: false,
    });
    return sendOutcomeOf(answer);
  }

  /** Never throws. */
  async ask(id: string): Promise<AskOutcome> {
    const answer = await callHttp({
      method: 'GET',
      url: new URL(`${this.settings.url}/messages/${id}`),
      headers: this.headers(),
      within: this.settings.within,
      atMost: LARGEST_ANSWER,
      publicOnly: false,
    });
    if (answer.kind === 'broken') return { kind: 'pending', reason: answer.reason };
    if (answer.status === 404) return { kind: 'absent' };
    const said = answer.status === 200 ? receiptIn(answer.body) : null;
    if (said?.status === 'accepted') return { kind: 'accepted', reference: said.id ?? null };
    if (said?.status === 'rejected') return { kind: 'refused', reason: 'rejected' };
    return { kind: 'pending', reason: said === null ? `HTTP ${String(answer.status)}` : said.status };
  }

  private headers(): Record<string, string> {
    const { token } = this.settings;
    return { accept: 'application/json', ...(token === null ? {} : { authorization: `Bearer ${token}` }) };
  }
}

/** Statuses by which a server says that it has not taken the request up: too early, too many, not now. */
const NOT_TAKEN = new Set([408, 425, 429, 503]);
/** Our token is wrong, or not yet allowed: a mistake in the settings, not in the message. */
const NOT_ADMITTED = new Set([401, 403]);

function sendOutcomeOf(answer: HttpAnswer): SendOutcome {
  if (answer.kind === 'broken') {
    const { sent, reason } = answer;
    return sent ? { kind: 'unknown', reason } : { kind: 'failed', reason, retryAfter: null };
  }
  const { status, retryAfter, body } = answer;
  const reason = `HTTP ${String(status)}`;
  if (NOT_TAKEN.has(status) || NOT_ADMITTED.has(status)) return { kind: 'failed', reason, retryAfter };
  if (status >= 400 && status < 500) return { kind: 'refused', reason };
  const said = status >= 200 && status < 300 ? receiptIn(body) : null;
  if (said?.status === 'accepted') return { kind: 'accepted', reference: said.id ?? null };
  if (said?.status === 'rejected') return { kind: 'refused', reason: 'rejected' };
  // A yes that can't be read, a `pending`, a redirect, a 500 or 502: it may have been taken.
  return { kind: 'unknown', reason: said === null ? reason : said.status };
}

function receiptIn(body: string): z.output<typeof receipt> | null {
  try {
    const parsed = receipt.safeParse(JSON.parse(body));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}
