import { Readable } from 'node:stream';
import { createTransport } from 'nodemailer';
import MailComposer from 'nodemailer/lib/mail-composer';
import SMTPTransport from 'nodemailer/lib/smtp-transport';
import type { SendOutcome } from './send-outcome.ts';

export interface Mail {
  /** The same for every attempt: by it a mailbox, or the person, tells a repetition. */
  readonly id: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

export interface SmtpSettings {
  readonly url: string;
  readonly from: string;
  /** ms for the whole conversation. */
  readonly within: number;
}

/** Hands mail to one SMTP server, on a connection for each. */
export class SmtpProvider {
  constructor(private readonly settings: SmtpSettings) {}

  /** Never throws. */
  async send(mail: Mail): Promise<SendOutcome> {
    const { url, from, within } = this.settings;
    const transport = createTransport(
      new SMTPTransport({
        ...connectionOf(url),
        connectionTimeout: within,
        greetingTimeout: within,
        socketTimeout: within,
        dnsTimeout: within,
      }),
    );
    let handedOver = false;
    try {
      const raw = await new MailComposer({
        from,
        to: mail.to,
        subject: mail.subject,
        text: mail.text,
        messageId: `<${mail.id}@${from.slice(from.lastIndexOf('@') + 1)}>`,
        // Out-of-office answers to a machine would go round in circles (RFC 3834).
        disableFileAccess: true,
        disableUrlAccess: true,
        headers: { 'Auto-Submitted': 'auto-generated' },
      })
        .compile()
        .build();
      const told = once(raw, () => {
        handedOver = true;
      });
      const info = await transport.sendMail({ envelope: { from, to: [mail.to] }, raw: told, signal: AbortSignal.timeout(within) });
      return { kind: 'accepted', reference: `SMTP ${codeIn(info.response) ?? '250'}` };
    } catch (error) {
      return outcomeOf(error, handedOver);
    } finally {
      transport.close();
    }
  }
}

function connectionOf(address: string): {
  host: string;
  port: number;
  secure: boolean;
  requireTLS?: boolean;
  auth?: { user: string; pass: string };
} {
  const { protocol, hostname, port, username, password } = new URL(address);
  const secure = protocol === 'smtps:';
  return {
    host: hostname,
    port: port === '' ? (secure ? 465 : 587) : Number(port),
    secure,
    // A password never travels in clear: where there is one, STARTTLS has to succeed.
    ...(username === '' ? {} : { requireTLS: true, auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) } }),
  };
}

/** A stream of the whole message that tells when all of it has been taken out: from then on the server may have it. */
function once(content: Buffer, taken: () => void): Readable {
  return Readable.from(
    (function* () {
      yield content;
      taken();
    })(),
  );
}

/**
 * A final answer of the server is its word. Without one, all depends on whether the message had been handed over. Refused logins are a
 * mistake of ours: the mail waits for its correction instead of being given up.
 */
function outcomeOf(error: unknown, handedOver: boolean): SendOutcome {
  const { code, responseCode } = (error instanceof Error ? error : {}) as { code?: string; responseCode?: number };
  if (responseCode !== undefined && responseCode >= 400) {
    const reason = `SMTP ${String(responseCode)}`;
    return responseCode >= 500 && code !== 'EAUTH' ? { kind: 'refused', reason } : { kind: 'failed', reason, retryAfter: null };
  }
  const reason = code ?? 'EMAIL';
  return handedOver ? { kind: 'unknown', reason } : { kind: 'failed', reason, retryAfter: null };
}

const codeIn = (response: unknown): string | undefined => (typeof response === 'string' ? /^\d{3}/.exec(response)?.[0] : undefined);
