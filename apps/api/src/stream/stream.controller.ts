import { Controller } from '@nestjs/common';
import { streamChanges } from '#libs/contracts';
import { StreamHub } from '#libs/stream';
import type { StreamEvent } from '#libs/stream';
import type { Call } from '../http/call.ts';
import { Endpoint, Input } from '../http/endpoint.decorator.ts';

const HEARTBEAT_MS = 15_000;
/** A reader this far behind (bytes) is cut off; it comes back and resumes. */
const TOO_FAR_BEHIND = 1_048_576;

/** Live updates: what to fetch again, never the thing itself. */
@Controller()
export class StreamController {
  readonly #open = new Set<() => void>();

  constructor(private readonly hub: StreamHub) {}

  @Endpoint(streamChanges)
  stream(@Input() { viewer, request, reply }: Call<typeof streamChanges>): void {
    const { raw } = reply.hijack();
    for (const [name, value] of Object.entries(reply.getHeaders())) if (value !== undefined) raw.setHeader(name, value);
    raw.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-store', 'x-accel-buffering': 'no' });
    raw.write(`retry: 2000\n${heartbeat()}`);
    // What happened while the line was down isn't kept here: the client that resumes fetches again what it shows.
    if (request.headers['last-event-id'] !== undefined) raw.write(message({ topic: 'resync' }));
    const unsubscribe = this.hub.subscribe({ unitId: viewer.unit?.id ?? null, roles: viewer.roles }, (event) => {
      if (raw.writableLength > TOO_FAR_BEHIND) raw.destroy();
      else raw.write(message(event));
    });
    const timer = setInterval(() => raw.write(heartbeat()), HEARTBEAT_MS);
    const end = (): void => {
      clearInterval(timer);
      unsubscribe();
      this.#open.delete(end);
      raw.end();
    };
    this.#open.add(end);
    raw.on('close', end);
    raw.on('error', end);
  }

  /** Open streams would keep the server from closing. */
  beforeApplicationShutdown(): void {
    for (const end of this.#open) end();
  }
}

const heartbeat = (): string => `event: heartbeat\ndata: ${JSON.stringify({ at: new Date().toISOString() })}\n\n`;

/** `{topic, id, version, at}`: the case's id, nothing about it. */
function message(event: StreamEvent): string {
  if (event.topic === 'resync') return `event: resync\ndata: {"topic":"resync"}\n\n`;
  const { topic, caseId, seq, version, at } = event;
  return `id: ${caseId}.${String(seq)}\nevent: ${topic}\ndata: ${JSON.stringify({ topic, id: caseId, version, at })}\n\n`;
}
