import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A span as OTLP over HTTP writes it in JSON; only what tests look at. */
export interface CollectedSpan {
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId?: string;
  readonly name: string;
  readonly attributes: readonly {
    readonly key: string;
    readonly value: { readonly stringValue?: string; readonly intValue?: string | number };
  }[];
  readonly links?: readonly { readonly traceId: string; readonly spanId: string }[];
}

interface Export {
  readonly resourceSpans: readonly { readonly scopeSpans: readonly { readonly spans: readonly CollectedSpan[] }[] }[];
}

/** A collector of traces: takes OTLP over HTTP as JSON and keeps what it got. */
export class TraceCollector {
  readonly spans: CollectedSpan[] = [];
  /** Everything that was sent, as it was sent. */
  text = '';

  private constructor(
    readonly url: string,
    readonly stop: () => Promise<void>,
  ) {}

  static async start(): Promise<TraceCollector> {
    const server = createServer((request, response) => {
      let body = '';
      request.setEncoding('utf8').on('data', (chunk: string) => {
        body += chunk;
      });
      request.on('end', () => {
        collector.take(request.url ?? '', body);
        response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
      });
    });
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    const collector: TraceCollector = new TraceCollector(`http://127.0.0.1:${String((server.address() as AddressInfo).port)}`, async () => {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    });
    return collector;
  }

  /** The value of a span's attribute as text. */
  static attribute(span: CollectedSpan, key: string): string | undefined {
    const value = span.attributes.find((attribute) => attribute.key === key)?.value;
    return value?.stringValue ?? (value?.intValue === undefined ? undefined : String(value.intValue));
  }

  private take(path: string, body: string): void {
    if (path !== '/v1/traces') throw new Error(`nothing listens to ${path}`);
    this.text += body;
    const { resourceSpans } = JSON.parse(body) as Export;
    this.spans.push(...resourceSpans.flatMap(({ scopeSpans }) => scopeSpans.flatMap(({ spans }) => spans)));
  }
}
