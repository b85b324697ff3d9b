import fc from 'fast-check';
import { PgListener } from './pg-listener.ts';
import { packPayloads, parsePayload } from './stream-channel.ts';
import type { CaseNews, StreamEvent } from './stream-event.ts';
import { StreamHub } from './stream-hub.ts';

const unit = (n: number): string => `00000000-0000-5000-8000-${String(n).padStart(12, '0')}`;
const news = (to: CaseNews['to']): CaseNews => ({
  topic: 'inbox',
  caseId: unit(9),
  seq: 3,
  version: 2,
  at: '2026-03-06T01:30:00.000Z',
  to,
});

/** A hub whose listener never connects: only what this process publishes reaches it. */
const hubAlone = (): StreamHub => new StreamHub(new PgListener({ connection: {}, onError: () => undefined }));

describe('StreamHub', () => {
  it('tells the addressed roles of the addressed unit and nobody else', () => {
    const hub = hubAlone();
    const heard: Record<string, StreamEvent[]> = { head: [], handler: [], elsewhere: [], unitless: [] };
    hub.subscribe({ unitId: unit(1), roles: ['head'] }, (event) => heard['head']?.push(event));
    hub.subscribe({ unitId: unit(1), roles: ['handler'] }, (event) => heard['handler']?.push(event));
    hub.subscribe({ unitId: unit(2), roles: ['head'] }, (event) => heard['elsewhere']?.push(event));
    hub.subscribe({ unitId: null, roles: ['admin', 'head'] }, (event) => heard['unitless']?.push(event));
    const event = news([{ unitId: unit(1), roles: ['head'] }]);
    hub.publish(event);
    expect(heard).toEqual({ head: [event], handler: [], elsewhere: [], unitless: [] });
  });

  it('is silent after the subscription ended', () => {
    const hub = hubAlone();
    const heard: StreamEvent[] = [];
    const end = hub.subscribe({ unitId: unit(1), roles: ['clerk'] }, (event) => heard.push(event));
    expect(hub.size).toBe(1);
    end();
    hub.publish(news([{ unitId: unit(1), roles: ['clerk'] }]));
    expect(heard).toEqual([]);
    expect(hub.size).toBe(0);
  });
});

describe('payloads', () => {
  it('come back as they went, each small enough for one NOTIFY', () => {
    const event = fc
      .array(
        fc.record({
          unitId: fc.integer({ min: 0, max: 50 }).map(unit),
          roles: fc.subarray(['clerk', 'handler', 'head', 'supervisor'] as const),
        }),
        { maxLength: 4 },
      )
      .map(news);
    fc.assert(
      fc.property(fc.array(event, { maxLength: 200 }), (events) => {
        const payloads = packPayloads(events);
        for (const payload of payloads) expect(Buffer.byteLength(payload)).toBeLessThan(8000);
        expect(payloads.flatMap((payload) => parsePayload(payload))).toEqual(events);
      }),
      { numRuns: 50 },
    );
  });

  it.each(['', 'x', '{}', '[{"topic":"other"}]'])('ignores %j', (payload) => {
    expect(parsePayload(payload)).toBeNull();
  });
});
