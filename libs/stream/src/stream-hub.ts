import type { Role } from '#libs/domain';
import type { PgListener } from './pg-listener.ts';
import { parsePayload, STREAM_CHANNEL } from './stream-channel.ts';
import type { CaseNews, StreamEvent } from './stream-event.ts';

/** Who listens: a person's unit and roles. */
export interface StreamFilter {
  /** Null: an account without a unit, which is told of nothing but `resync`. */
  readonly unitId: string | null;
  readonly roles: readonly Role[];
}

interface Subscriber {
  readonly filter: StreamFilter;
  readonly handler: (event: StreamEvent) => void;
}

/** Hands the news of this and every other process to the people they are addressed to, and to nobody else. */
export class StreamHub {
  private readonly subscribers = new Set<Subscriber>();
  private readonly ends: readonly (() => void)[];

  constructor(listener: PgListener) {
    this.ends = [
      listener.subscribe(STREAM_CHANNEL, (payload) => {
        for (const event of parsePayload(payload) ?? []) this.publish(event);
      }),
      listener.onGap(() => {
        for (const { handler } of this.subscribers) handler({ topic: 'resync' });
      }),
    ];
  }

  /** Calls `handler` synchronously with every event the filter admits; returns the way to end it. */
  subscribe(filter: StreamFilter, handler: (event: StreamEvent) => void): () => void {
    const subscriber = { filter, handler };
    this.subscribers.add(subscriber);
    return () => {
      this.subscribers.delete(subscriber);
    };
  }

  /** Tells this process's subscribers alone: for what the engine here has just committed. Others learn by `publishStream`. */
  publish(event: CaseNews): void {
    for (const { filter, handler } of this.subscribers) {
      if (addressed(event, filter)) handler(event);
    }
  }

  get size(): number {
    return this.subscribers.size;
  }

  close(): void {
    for (const end of this.ends) end();
    this.subscribers.clear();
  }
}

function addressed(event: CaseNews, filter: StreamFilter): boolean {
  return event.to.some(({ unitId, roles }) => unitId === filter.unitId && roles.some((role) => filter.roles.includes(role)));
}
