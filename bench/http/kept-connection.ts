import type { Socket } from 'node:net';
import { connect } from 'node:net';

export interface Answer {
  readonly status: number;
  readonly body: string;
}

const HEAD_END = Buffer.from('\r\n\r\n');
const NOTHING = Buffer.alloc(0);

/**
 * One kept-alive HTTP/1.1 connection that posts JSON, one request at a time. It knows just what our server answers (a status line,
 * a content length, a body): the load shares two cores with what is measured, and a general client takes four times as much of them.
 */
export class KeptConnection {
  #received: Buffer = NOTHING;
  #waiting: { readonly resolve: (answer: Answer) => void; readonly reject: (error: Error) => void } | undefined;

  private constructor(
    private readonly socket: Socket,
    private readonly head: string,
  ) {
    socket.setNoDelay(true);
    socket.on('data', (chunk: Buffer) => {
      this.#received = this.#received.length === 0 ? chunk : Buffer.concat([this.#received, chunk]);
      this.#look();
    });
    socket.on('close', () => {
      this.#waiting?.reject(new Error('the connection was closed before the answer'));
    });
    socket.on('error', (error) => {
      this.#waiting?.reject(error);
    });
  }

  /** @param url of the server, without a path @param headers that every request carries */
  static open(url: string, headers: Readonly<Record<string, string>>): Promise<KeptConnection> {
    const { host, hostname, port } = new URL(url);
    const head = Object.entries({ host, ...headers })
      .map(([name, value]) => `${name}: ${value}\r\n`)
      .join('');
    return new Promise((resolve, reject) => {
      const socket = connect(Number(port), hostname);
      socket.once('error', reject);
      socket.once('connect', () => {
        socket.off('error', reject);
        resolve(new KeptConnection(socket, head));
      });
    });
  }

  post(path: string, key: string, body: string): Promise<Answer> {
    return new Promise((resolve, reject) => {
      this.#waiting = { resolve, reject };
      this.socket.write(
        `POST ${path} HTTP/1.1\r\n${this.head}content-type: application/json\r\nidempotency-key: ${key}\r\n` +
          `content-length: ${String(Buffer.byteLength(body))}\r\n\r\n${body}`,
      );
    });
  }

  async get(path: string): Promise<Answer> {
    return new Promise((resolve, reject) => {
      this.#waiting = { resolve, reject };
      this.socket.write(`GET ${path} HTTP/1.1\r\n${this.head}\r\n`);
    });
  }

  close(): void {
    this.socket.destroy();
  }

  #look(): void {
    const end = this.#received.indexOf(HEAD_END);
    if (end < 0) return;
    const head = this.#received.toString('latin1', 0, end);
    const length = /\r\ncontent-length: (\d+)/i.exec(head)?.[1];
    if (length === undefined) throw new Error(`an answer without a length: ${head}`);
    const from = end + HEAD_END.length;
    const to = from + Number(length);
    if (this.#received.length < to) return;
    const answer = { status: Number(head.slice(9, 12)), body: this.#received.toString('utf8', from, to) };
    this.#received = this.#received.subarray(to);
    const waiting = this.#waiting;
    this.#waiting = undefined;
    waiting?.resolve(answer);
  }
}
