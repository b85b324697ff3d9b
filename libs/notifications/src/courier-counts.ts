import type { Channel } from './channel.ts';

/** What became of messages in this process; `asked`: questions after an unknown outcome. */
export const COUNTED = ['accepted', 'refused', 'failed', 'unknown', 'asked', 'withdrawn', 'buried'] as const;
export type Counted = (typeof COUNTED)[number];

export class CourierCounts {
  readonly #counts = new Map<string, { readonly channel: Channel; readonly outcome: Counted; count: number }>();

  add(channel: Channel, outcome: Counted): void {
    const key = `${channel} ${outcome}`;
    const known = this.#counts.get(key);
    if (known === undefined) this.#counts.set(key, { channel, outcome, count: 1 });
    else known.count += 1;
  }

  all(): readonly { readonly channel: Channel; readonly outcome: Counted; readonly count: number }[] {
    return [...this.#counts.values()];
  }
}
