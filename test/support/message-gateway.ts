import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';

/** What a gateway does with a message. */
export type GatewayConduct =
  | { readonly kind: 'accept'; readonly afterMs?: number }
  /** Says no for good, or for now, with nothing taken. */
  | { readonly kind: 'answer'; readonly status: number; readonly retryAfter?: number }
  /** Takes it, and never answers. */
  | { readonly kind: 'accept-in-silence' }
  /** Takes it, and breaks the connection. */
  | { readonly kind: 'accept-and-reset' }
  /** Takes it, and writes its answer twice on the same connection. */
  | { readonly kind: 'accept-and-answer-twice' }
  /** Takes nothing, and never answers. */
  | { readonly kind: 'swallow' };

/** One line of the gateway's own log. */
export interface GatewayEntry {
  readonly key: string;
  readonly channel: string;
  readonly to: string;
  readonly text: string;
  readonly template: string;
  /** Taken now; a repetition of a key that was taken before is none. */
  readonly taken: boolean;
  /** ms since the epoch. */
  readonly at: number;
}

interface Posted {
  readonly channel: string;
  readonly to: string;
  readonly text: string;
  readonly template: { readonly id: string };
}

/**
 * A gateway for SMS and IM as docs/operations.md describes it: takes each idempotency key once, says what became of a key, and misbehaves
 * as told. Its log is the witness of what was sent.
 */
export class MessageGateway {
  readonly log: GatewayEntry[] = [];
  /** Keys that were asked about, in order. */
  readonly asked: string[] = [];
  /** Asked for with every message; by default all are taken at once. */
  conduct: (entry: { readonly key: string; readonly to: string; readonly nth: number }) => GatewayConduct = () => ({ kind: 'accept' });
  /** What a question is answered with instead of the truth. */
  askConduct: (() => { readonly status: number }) | null = null;
  readonly #taken = new Map<string, string>();
  readonly #posts = new Map<string, number>();
  readonly #sockets = new Set<Socket>();
  readonly #server = createServer((request, response) => {
    void this.#serve(request, response);
  });

  static async start(token = 'gateway-token'): Promise<MessageGateway> {
    const gateway = new MessageGateway(token);
    gateway.#server.on('connection', (socket) => {
      gateway.#sockets.add(socket);
      socket.on('error', () => undefined);
      socket.on('close', () => gateway.#sockets.delete(socket));
    });
    await new Promise<void>((resolve) => gateway.#server.listen(0, '127.0.0.1', resolve));
    return gateway;
  }

  private constructor(readonly token: string) {}

  get url(): string {
    return `http://127.0.0.1:${String((this.#server.address() as AddressInfo).port)}/v1`;
  }

  /** How often each key was taken. */
  get takenTimes(): ReadonlyMap<string, number> {
    const times = new Map<string, number>();
    for (const { key, taken } of this.log) times.set(key, (times.get(key) ?? 0) + (taken ? 1 : 0));
    return times;
  }

  /** Lines by which a key came again after it had been taken. */
  get repeated(): readonly GatewayEntry[] {
    return this.log.filter(
      ({ taken }, n) => !taken && this.log.slice(0, n).some((earlier) => earlier.taken && earlier.key === this.log[n]?.key),
    );
  }

  async stop(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (request.headers.authorization !== `Bearer ${this.token}`) {
      response.writeHead(401).end();
      return;
    }
    const asked = /^\/v1\/messages\/([\w-]+)$/.exec(request.url ?? '')?.[1];
    if (request.method === 'GET' && asked !== undefined) this.#answerQuestion(asked, response);
    else await this.#take(request, response);
  }

  #answerQuestion(key: string, response: ServerResponse): void {
    this.asked.push(key);
    const id = this.#taken.get(key);
    const lie = this.askConduct?.();
    if (lie !== undefined) response.writeHead(lie.status).end();
    else if (id === undefined) response.writeHead(404).end();
    else response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ status: 'accepted', id }));
  }

  async #take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
    const { channel, to, text, template } = JSON.parse(Buffer.concat(chunks).toString('utf8')) as Posted;
    const key = String(request.headers['idempotency-key']);
    const nth = (this.#posts.get(key) ?? 0) + 1;
    this.#posts.set(key, nth);
    const conduct = this.conduct({ key, to, nth });
    const takes = conduct.kind.startsWith('accept') && !this.#taken.has(key);
    if (takes) this.#taken.set(key, randomUUID());
    this.log.push({ key, channel, to, text, template: template.id, taken: takes, at: Date.now() });
    const yes = JSON.stringify({ status: 'accepted', id: this.#taken.get(key) });
    switch (conduct.kind) {
      case 'accept':
        setTimeout(() => response.writeHead(200, { 'content-type': 'application/json' }).end(yes), conduct.afterMs ?? 0);
        break;
      case 'answer':
        // What it says may repeat the address: it must not get into a log.
        response
          .writeHead(conduct.status, conduct.retryAfter === undefined ? {} : { 'retry-after': String(conduct.retryAfter) })
          .end(`no: ${to}`);
        break;
      case 'accept-and-reset':
        request.socket.resetAndDestroy();
        break;
      case 'accept-and-answer-twice': {
        const whole = `HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: ${String(Buffer.byteLength(yes))}\r\n\r\n${yes}`;
        request.socket.write(whole + whole);
        break;
      }
      default:
    }
  }
}
