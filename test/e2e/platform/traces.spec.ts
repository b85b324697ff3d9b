import { until } from '../../support/until.ts';
import type { CollectedSpan } from '../../support/trace-collector.ts';
import { TraceCollector } from '../../support/trace-collector.ts';
import { intake, Product } from '../product.ts';

let collector: TraceCollector;
let product: Product;
beforeAll(async () => {
  collector = await TraceCollector.start();
  product = await Product.start({ OTEL_EXPORTER_OTLP_ENDPOINT: collector.url });
}, 240_000);
afterAll(async () => {
  expect(await product.stop()).toBe(0);
  await collector.stop();
}, 60_000);

const commandsOf = (type: string): CollectedSpan[] =>
  collector.spans.filter((span) => span.name === 'engine.command' && TraceCollector.attribute(span, 'jiefen.command.type') === type);
const inTrace = (traceId: string, name: string): CollectedSpan | undefined =>
  collector.spans.find((span) => span.traceId === traceId && span.name === name);

it('a trace goes from the request through engine, outbox and queue to the job, and says nothing of anybody', async () => {
  const clerk = await product.as('clerk');
  const registered = await clerk.post('/api/cases', intake(await product.now()));
  const forwarded = await clerk.command(String(registered.body['id']), 'FORWARD', {
    unitId: registered.body['routing']?.['lead']?.['unitId'],
    note: '请尽快核实楼道照明情况',
  });
  expect([registered.status, forwarded.status]).toEqual([201, 200]);

  const [command] = await until(
    'the command has been told',
    () => commandsOf('FORWARD'),
    (spans) => spans.length > 0,
  );
  if (command === undefined) throw new Error('there is one');
  const { traceId, spanId } = command;
  const job = await until(
    'the job has been told',
    () => inTrace(traceId, 'notices.deliver'),
    (span) => span !== undefined,
  );
  const relay = inTrace(traceId, 'outbox.relay');
  const request = inTrace(traceId, 'POST /api/cases/:id/commands');

  // The trace is the command's id, so whoever handles what it caused knows it from the event.
  expect(TraceCollector.attribute(command, 'jiefen.command.id')?.replaceAll('-', '')).toBe(traceId);
  expect(TraceCollector.attribute(command, 'jiefen.command.outcome')).toBe('done');
  expect([request?.parentSpanId ?? '', command.parentSpanId]).toEqual(['', request?.spanId]);
  expect([relay?.parentSpanId, job?.parentSpanId]).toEqual([spanId, spanId]);
  expect(TraceCollector.attribute(request ?? command, 'http.response.status_code')).toBe('200');
  // The commit it shared, and the batches it travelled in, have spans of their own.
  const linked = (span: CollectedSpan | undefined): string[] =>
    (span?.links ?? []).map((link) => collector.spans.find((one) => one.spanId === link.spanId)?.name ?? 'unknown');
  expect([linked(command), linked(relay), linked(job)]).toEqual([['engine.group'], ['outbox.relay'], ['notices.deliver']]);

  const [registration] = commandsOf('REGISTER');
  expect(registration?.traceId).toBe(String(registered.body['id']).replaceAll('-', ''));
  expect(collector.text).not.toMatch(/测试人甲|13900004321|楼道照明|某小区/);
}, 240_000);
