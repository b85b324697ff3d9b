import type { AddressInfo, Socket } from 'node:net';
import { SMTPServer } from 'smtp-server';

/** What the server does with a message. */
export type MailConduct =
  | { readonly kind: 'accept' }
  | { readonly kind: 'refuse'; readonly at: 'recipient' | 'data'; readonly code: number }
  /** Takes the whole message, and breaks the connection before its answer. */
  | { readonly kind: 'accept-and-hang-up' };

export interface ReceivedMail {
  readonly to: string;
  readonly messageId: string;
  /** Headers and body as they came over the wire. */
  readonly raw: string;
}

/** A real SMTP server on this machine, which keeps what it gets and misbehaves as told. */
export class MailServer {
  readonly received: ReceivedMail[] = [];
  /** Asked for at each step, with how often this recipient has come so far. */
  conduct: (mail: { readonly to: string; readonly nth: number }) => MailConduct = () => ({ kind: 'accept' });
  readonly #sockets = new Set<Socket>();
  readonly #comings = new Map<string, number>();
  readonly #server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    logger: false,
    onRcptTo: ({ address }, _session, callback) => {
      const nth = (this.#comings.get(address) ?? 0) + 1;
      this.#comings.set(address, nth);
      const conduct = this.conduct({ to: address, nth });
      callback(conduct.kind === 'refuse' && conduct.at === 'recipient' ? refusal(conduct.code) : null);
    },
    onData: (stream, session, callback) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const raw = Buffer.concat(chunks).toString('utf8');
        const to = session.envelope.rcptTo[0]?.address ?? '';
        const conduct = this.conduct({ to, nth: this.#comings.get(to) ?? 0 });
        if (conduct.kind === 'refuse') {
          callback(refusal(conduct.code));
          return;
        }
        this.received.push({ to, messageId: /^Message-ID: (\S+)/im.exec(raw)?.[1] ?? '', raw });
        if (conduct.kind === 'accept') callback(null);
        else for (const socket of this.#sockets) socket.destroy();
      });
    },
  });

  /** `port`: where another one was; default any. */
  static async start(port = 0): Promise<MailServer> {
    const mail = new MailServer();
    mail.#server.on('error', () => undefined);
    mail.#server.server.on('connection', (socket: Socket) => {
      mail.#sockets.add(socket);
      socket.on('close', () => mail.#sockets.delete(socket));
    });
    await new Promise<void>((resolve) => mail.#server.listen(port, '127.0.0.1', resolve));
    return mail;
  }

  get url(): string {
    return `smtp://127.0.0.1:${String((this.#server.server.address() as AddressInfo).port)}`;
  }

  async stop(): Promise<void> {
    await new Promise<void>((resolve) => {
      this.#server.close(resolve);
    });
  }
}

function refusal(code: number): Error {
  return Object.assign(new Error('not here'), { responseCode: code });
}
