import type { PublicReception, ReceptionBooking, Registered, SuggestionCall, Track } from '../../server-state/api-types.ts';
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

/** Nobody who says neither name nor phone: he files anonymously. */
const partiesOf = (name: string, phone: string): readonly object[] =>
  name === '' && phone === ''
    ? []
    : [{ role: 'petitioner', kind: 'person', ...(name === '' ? {} : { name }), ...(phone === '' ? {} : { phone }) }];

/** Received when it arrives: the server says when that was. */
export function fileMatter(filing: Filing, idempotencyKey: string): Promise<Registered> {
  const { title, narrative, divisionCode, address, name, phone, confidential } = filing;
  const body = {
    channel: 'online',
    title,
    narrative,
    divisionCode,
    ...(address === '' ? {} : { address }),
    headcount: 1,
    urgent: false,
    confidential,
    parties: partiesOf(name, phone),
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

export async function openCalls(): Promise<readonly SuggestionCall[]> {
  return (await json<{ readonly items: readonly SuggestionCall[] }>('/api/public/suggestion-calls')).items;
}

/** What is said to a call; it becomes a case of its own, with a number and a code. */
export function suggest(
  callId: string,
  { title, narrative, name, phone }: Pick<Filing, 'title' | 'narrative' | 'name' | 'phone'>,
  idempotencyKey: string,
): Promise<Registered> {
  const body = { title, narrative, headcount: 1, urgent: false, confidential: false, parties: partiesOf(name, phone) };
  return json<Registered>(`/api/public/suggestion-calls/${callId}/suggestions`, { method: 'POST', body, idempotencyKey });
}

export async function answerSurvey(code: string, value: string): Promise<void> {
  await json<unknown>('/api/public/surveys/answers', { method: 'POST', body: { code, value } });
}

/** Published days of reception, from today on. */
export async function receptionDays(): Promise<readonly PublicReception[]> {
  return (await json<{ readonly items: readonly PublicReception[] }>('/api/public/receptions')).items;
}

export function bookReception(
  what: 'bookings' | 'cancellations',
  body: Credentials & { readonly receptionId: string },
  idempotencyKey: string,
): Promise<ReceptionBooking> {
  return json<ReceptionBooking>(`/api/public/receptions/${what}`, { method: 'POST', body, idempotencyKey });
}
