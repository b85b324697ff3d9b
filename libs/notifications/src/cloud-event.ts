import type { ClaimedDelivery } from './claimed-delivery.ts';

/** Prefix of every event type. */
const TYPE = 'jiefen.notice.';

/** CloudEvents 1.0, JSON format: codes and ids, nothing anybody wrote or is called. */
export interface CloudEvent {
  readonly specversion: '1.0';
  /** With `source` unique: the notice, the same for every subscriber and attempt. */
  readonly id: string;
  readonly source: string;
  readonly type: string;
  readonly subject?: string;
  readonly time: string;
  readonly datacontenttype: 'application/json';
  readonly data: {
    readonly kind: string;
    readonly caseId: string | null;
    readonly caseNo: string | null;
    readonly seq: number | null;
    readonly unitId: string | null;
    readonly roles: readonly string[];
    readonly rule: string | null;
  };
}

export const CLOUD_EVENT_TYPE = 'application/cloudevents+json; charset=utf-8';

export function cloudEventOf(delivery: ClaimedDelivery, source: string): CloudEvent {
  const { message, kind, caseId, caseNo, seq, unitId, roles, rule, at } = delivery;
  return {
    specversion: '1.0',
    id: message,
    source,
    type: TYPE + kind,
    ...(caseId === null ? {} : { subject: caseId }),
    time: at,
    datacontenttype: 'application/json',
    data: { kind, caseId, caseNo, seq, unitId, roles, rule },
  };
}
