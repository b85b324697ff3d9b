import type { Registered, Track } from '../../server-state/api-types.ts';
import { json } from '../../server-state/http.ts';

/** What lets one see a matter; it lives in the page's memory and in request bodies, never in an address or a store. */
export interface Credentials {
  readonly queryCode: string;
  readonly phoneLast4: string;
}

export interface Filing {
  readonly title: string;
  readonly narrative: string;
  readonly divisionCode: string;
  readonly address: string;
  readonly name: string;
  readonly phone: string;
  readonly confidential: boolean;
}

/** Received when it arrives: the server says when that was. */
export function fileMatter(filing: Filing, idempotencyKey: string): Promise<Registered> {
  const { title, narrative, divisionCode, address, name, phone, confidential } = filing;
  const anonymous = name === '' && phone === '';
  const body = {
    channel: 'online',
    title,
    narrative,
    divisionCode,
    ...(address === '' ? {} : { address }),
    headcount: 1,
    urgent: false,
    confidential,
    parties: anonymous
      ? []
      : [{ role: 'petitioner', kind: 'person', ...(name === '' ? {} : { name }), ...(phone === '' ? {} : { phone }) }],
  };
  return json<Registered>('/api/public/cases', { method: 'POST', body, idempotencyKey });
}

export function track(credentials: Credentials): Promise<Track> {
  return json<Track>('/api/public/track', { method: 'POST', body: credentials });
}

export function sendPublic(
  credentials: Credentials,
  type: string,
  payload: Readonly<Record<string, unknown>>,
  idempotencyKey: string,
): Promise<Track> {
  return json<Track>('/api/public/commands', { method: 'POST', body: { ...credentials, type, payload }, idempotencyKey });
}
