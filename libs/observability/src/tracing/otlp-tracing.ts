import { AsyncLocalStorage } from 'node:async_hooks';
import type { Attributes, Context, Link, Span, SpanKind, Tracer } from '@opentelemetry/api';
import type { BasicTracerProvider } from '@opentelemetry/sdk-trace-base';
import type { ChosenIds } from './command-trace.ts';
import { spanOf, traceOf } from './command-trace.ts';
import type { RequestSpan, Tracing } from './tracing.ts';

type Api = typeof import('@opentelemetry/api');

/** What surrounds the code that runs at this moment. */
interface Surroundings {
  readonly span: Span;
  /** The id whose trace this is, until a command takes it. */
  free: string | null;
}

interface Start {
  readonly kind?: SpanKind;
  /** Default: none, a trace begins. */
  readonly parent?: Context;
  readonly ids?: { readonly trace?: string; readonly span?: string };
  readonly links?: Link[];
  readonly attributes?: Attributes;
  readonly startTime?: Date;
}

const TRACES_OF_A_BATCH = 100;
const SENT_WITHIN = 3000;

/** `Tracing` over the SDK of OpenTelemetry. */
export class OtlpTracing implements Tracing {
  private readonly around = new AsyncLocalStorage<Surroundings>();
  private readonly commands = new Map<string, Span>();
  private readonly tracer: Tracer;

  constructor(
    private readonly api: Api,
    private readonly provider: BasicTracerProvider,
    private readonly ids: ChosenIds,
  ) {
    this.tracer = provider.getTracer('jiefen');
  }

  request(name: string, id: string): RequestSpan {
    const span = this.start(name, { kind: this.api.SpanKind.SERVER, ids: { trace: traceOf(id) } });
    const surroundings: Surroundings = { span, free: id };
    return {
      within: (run) => {
        this.around.run(surroundings, run);
      },
      end: (status) => {
        span.setAttribute('http.response.status_code', status);
        if (status >= 500) span.setStatus({ code: this.api.SpanStatusCode.ERROR });
        span.end();
      },
    };
  }

  async command<T extends { readonly kind: string }>(
    type: string,
    { given, mint }: { readonly given: string | undefined; readonly mint: () => string },
    run: (commandId: string) => Promise<T>,
  ): Promise<T> {
    const around = this.around.getStore();
    const shared = given === undefined ? (around?.free ?? null) : null;
    if (shared !== null && around !== undefined) around.free = null;
    const id = given ?? shared ?? mint();
    const attributes = { 'jiefen.command.type': type, 'jiefen.command.id': id };
    const span =
      shared !== null && around !== undefined
        ? this.start('engine.command', { attributes, parent: this.contextOf(around.span), ids: { span: spanOf(id) } })
        : this.start('engine.command', {
            attributes,
            ids: { trace: traceOf(id), span: spanOf(id) },
            links: around === undefined ? [] : [{ context: around.span.spanContext() }],
          });
    this.commands.set(id, span);
    return this.ended(span, async () => {
      try {
        const outcome = await run(id);
        span.setAttribute('jiefen.command.outcome', outcome.kind);
        return outcome;
      } finally {
        this.commands.delete(id);
      }
    });
  }

  group(commandIds: readonly string[]): () => void {
    const span = this.start('engine.group', { attributes: { 'jiefen.group.size': commandIds.length } });
    const link: Link = { context: span.spanContext() };
    for (const id of commandIds) this.commands.get(id)?.addLink(link);
    return () => {
      span.end();
    };
  }

  async batch<T>(name: string, commandIds: readonly string[], run: () => Promise<T>): Promise<T> {
    const kind = this.api.SpanKind.CONSUMER;
    const span = this.start(name, { kind, attributes: { 'jiefen.batch.size': commandIds.length } });
    const startTime = new Date();
    try {
      return await this.ended(span, () => this.around.run({ span, free: null }, run));
    } finally {
      const links: Link[] = [{ context: span.spanContext() }];
      for (const id of commandIds.slice(0, TRACES_OF_A_BATCH)) {
        this.start(name, { kind, startTime, parent: this.traceContext(id), links }).end();
      }
    }
  }

  /** A collector that is away is not waited for. */
  async close(): Promise<void> {
    let timer: NodeJS.Timeout | undefined;
    const tooLong = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, SENT_WITHIN);
    });
    await Promise.race([this.provider.shutdown().catch(() => undefined), tooLong]);
    clearTimeout(timer);
  }

  private start(name: string, { kind, parent, ids, links = [], attributes = {}, startTime }: Start): Span {
    if (ids !== undefined) this.ids.choose(ids);
    return this.tracer.startSpan(
      name,
      { kind: kind ?? this.api.SpanKind.INTERNAL, links, attributes, ...(startTime === undefined ? {} : { startTime }) },
      parent ?? this.api.ROOT_CONTEXT,
    );
  }

  private async ended<T>(span: Span, run: () => Promise<T>): Promise<T> {
    try {
      return await run();
    } catch (error) {
      // By its name alone: a message may quote what somebody wrote.
      span.setStatus({ code: this.api.SpanStatusCode.ERROR, message: error instanceof Error ? error.name : 'error' });
      throw error;
    } finally {
      span.end();
    }
  }

  private contextOf(span: Span): Context {
    return this.api.trace.setSpan(this.api.ROOT_CONTEXT, span);
  }

  /** The command's span as another process knows it. */
  private traceContext(commandId: string): Context {
    return this.api.trace.setSpanContext(this.api.ROOT_CONTEXT, {
      traceId: traceOf(commandId),
      spanId: spanOf(commandId),
      traceFlags: this.api.TraceFlags.SAMPLED,
      isRemote: true,
    });
  }
}
