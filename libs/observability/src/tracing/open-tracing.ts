import { ChosenIds } from './command-trace.ts';
import type { Tracing } from './tracing.ts';

/** Spans wait this many ms to be sent together. */
const SEND_EVERY = 2000;

/**
 * Traces for the collector at `endpoint` (OTLP over HTTP), null without one: then nothing of OpenTelemetry is even loaded. A
 * collector that is away costs the spans and nothing else.
 */
export async function openTracing(endpoint: string | null, app: string): Promise<Tracing | null> {
  if (endpoint === null) return null;
  const [api, sdk, exporter, resources, { OtlpTracing }] = await Promise.all([
    import('@opentelemetry/api'),
    import('@opentelemetry/sdk-trace-base'),
    import('@opentelemetry/exporter-trace-otlp-http'),
    import('@opentelemetry/resources'),
    import('./otlp-tracing.ts'),
  ]);
  const ids = new ChosenIds();
  const provider = new sdk.BasicTracerProvider({
    idGenerator: ids,
    resource: resources.resourceFromAttributes({ 'service.name': `jiefen-${app}`, 'service.namespace': 'jiefen' }),
    spanProcessors: [
      new sdk.BatchSpanProcessor(
        new exporter.OTLPTraceExporter({ url: `${endpoint.replace(/\/+$/, '')}/v1/traces`, timeoutMillis: 5000 }),
        {
          scheduledDelayMillis: SEND_EVERY,
        },
      ),
    ],
  });
  return new OtlpTracing(api, provider, ids);
}
