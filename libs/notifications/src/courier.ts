import type { QuietHours } from '#libs/domain';
import { notBefore } from '#libs/domain';
import { reachFaultPoint } from '#libs/fault-points';
import { isConnectionLoss } from '#libs/persistence';
import type { ChannelAdapter } from './channel-adapter.ts';
import type { Channel } from './channel.ts';
import type { ClaimedDelivery } from './claimed-delivery.ts';
import { CourierCounts } from './courier-counts.ts';
import type { DeliveryOptions } from './delivery-options.ts';
import type { DeliveryStore } from './delivery-store.ts';
import { retryPause } from './retry-pause.ts';
import type { SendOutcome } from './send-outcome.ts';

export interface CourierParts {
  readonly store: DeliveryStore;
  readonly adapters: ReadonlyMap<Channel, ChannelAdapter>;
  readonly options: DeliveryOptions;
  readonly quietHours: readonly QuietHours[];
  /** Whose quiet hours hold (GB/T 2260). */
  readonly region: string;
  readonly random: () => number;
}

/**
 * Carries one message to its provider: asks first what became of the last attempt, waits for its turn, writes the attempt down, calls, and
 * writes the outcome down. Between the call and the last line the process may die: then the next one asks.
 */
export class Courier {
  readonly counts = new CourierCounts();

  constructor(private readonly parts: CourierParts) {}

  /** @throws when the database is away; the lease then brings the delivery back */
  async carry(id: string, version: number): Promise<void> {
    const delivery = await this.parts.store.claim(id, version);
    if (delivery === null) return;
    reachFaultPoint('delivery.claimed');
    try {
      await this.handle(delivery);
    } catch (error) {
      if (isConnectionLoss(error)) throw error;
      // Ours, not the provider's: counted like a failure, so that it ends somewhere too.
      const tries = delivery.tries + 1;
      await this.again(
        delivery,
        tries,
        `internal: ${nameOf(error)}`,
        retryPause(tries, this.parts.options.retryAfter, this.parts.random()),
        true,
      );
    }
  }

  private async handle(delivery: ClaimedDelivery): Promise<void> {
    const { store, adapters } = this.parts;
    const adapter = adapters.get(delivery.channel);
    if (adapter === undefined) {
      await store.withdraw(delivery, 'the channel is off');
      this.counts.add(delivery.channel, 'withdrawn');
      return;
    }
    if (!(await this.lastAttemptIsClear(delivery, adapter))) return;
    const wait = this.quietFor(delivery);
    if (wait > 0) return store.postpone(delivery, wait, null);
    await this.send(delivery, adapter);
  }

  private async send(delivery: ClaimedDelivery, adapter: ChannelAdapter): Promise<void> {
    const { store, options } = this.parts;
    const ready = await adapter.prepare(delivery);
    if (ready === null) {
      await store.withdraw(delivery, 'nobody to be told');
      this.counts.add(delivery.channel, 'withdrawn');
      return;
    }
    if (!(await this.admitted(delivery, adapter))) return;
    const before = performance.now();
    const no = await store.begin(delivery);
    // Stopped in between for so long that another may believe us dead: he asks, and we don't call.
    if (no === null || performance.now() - before > options.lease - options.answerWithin) return;
    reachFaultPoint('delivery.before-send');
    const outcome = await ready();
    reachFaultPoint('delivery.after-answer');
    await this.record(delivery, adapter, no, outcome);
  }

  private async record(delivery: ClaimedDelivery, adapter: ChannelAdapter, no: number, outcome: SendOutcome): Promise<void> {
    const { store, options } = this.parts;
    this.counts.add(delivery.channel, outcome.kind);
    if (outcome.kind === 'accepted') await store.accept(delivery, no, outcome.reference);
    else {
      await store.settle(delivery, no, outcome.kind, outcome.reason);
      const tries = delivery.tries + 1;
      if (outcome.kind === 'refused') await this.bury(delivery, outcome.reason);
      else if (outcome.kind === 'failed') {
        await this.again(delivery, tries, outcome.reason, retryPause(tries, options.retryAfter, this.parts.random(), outcome.retryAfter));
      } else await store.postpone(delivery, this.settleOf(adapter, tries), outcome.reason);
    }
    await adapter.noted?.(delivery, outcome);
    reachFaultPoint('delivery.recorded');
  }

  /** Whether a new attempt doubles nothing, or may: where nobody can be asked, after the time that a late answer would take. */
  private async lastAttemptIsClear(delivery: ClaimedDelivery, adapter: ChannelAdapter): Promise<boolean> {
    const { store, options } = this.parts;
    const { last } = delivery;
    if (last === null || (last.state !== 'sending' && last.state !== 'unknown')) return true;
    if (last.state === 'sending') await store.settle(delivery, last.no, 'unknown', 'the process ended');
    if (last.agoMs < adapter.settle) {
      await store.postpone(delivery, adapter.settle - last.agoMs, null);
      return false;
    }
    if (adapter.ask === null) {
      if (delivery.tries < options.maxTries) return true;
      await this.bury(delivery, 'its outcome stayed unknown');
      return false;
    }
    if (!(await this.admitted(delivery, adapter))) return false;
    const answer = await adapter.ask(delivery);
    this.counts.add(delivery.channel, 'asked');
    if (answer.kind === 'accepted') {
      await store.accept(delivery, last.no, answer.reference);
      this.counts.add(delivery.channel, 'accepted');
    } else if (answer.kind === 'refused') {
      await store.settle(delivery, last.no, 'refused', answer.reason);
      await this.bury(delivery, answer.reason);
    } else if (answer.kind === 'pending') {
      const pause = retryPause(delivery.tries, options.retryAfter, this.parts.random());
      await this.again(delivery, delivery.tries + 1, `its outcome is unknown: ${answer.reason}`, pause, true);
    } else {
      await store.settle(delivery, last.no, 'failed', 'asked: it never arrived');
      if (delivery.tries < options.maxTries) return true;
      await this.bury(delivery, 'it never arrived');
    }
    return false;
  }

  /** Where nobody can be asked, each repetition may be a doubling: they come ever more rarely. */
  private settleOf(adapter: ChannelAdapter, tries: number): number {
    return adapter.ask === null
      ? Math.max(adapter.settle, retryPause(tries, this.parts.options.retryAfter, this.parts.random()))
      : adapter.settle;
  }

  /** Its turn at the provider; otherwise it comes back when there is one. */
  private async admitted(delivery: ClaimedDelivery, adapter: ChannelAdapter): Promise<boolean> {
    const { provider, rate } = adapter.allowanceOf(delivery);
    const seconds = await this.parts.store.takeAllowance(provider, rate);
    if (seconds === 0) return true;
    // Spread over the next places, so that the waiting don't all come for the same one.
    await this.parts.store.postpone(
      delivery,
      (seconds + this.parts.random() * Math.max(seconds, this.parts.options.inFlight / rate)) * 1000,
      null,
    );
    return false;
  }

  private async again(delivery: ClaimedDelivery, tries: number, reason: string, pause: number, asked = false): Promise<void> {
    if (tries >= this.parts.options.maxTries) await this.bury(delivery, reason);
    else await this.parts.store.postpone(delivery, pause, reason, asked);
  }

  private async bury(delivery: ClaimedDelivery, reason: string): Promise<void> {
    await this.parts.store.bury(delivery, reason);
    this.counts.add(delivery.channel, 'buried');
  }

  /** ms until this person may be disturbed. */
  private quietFor({ channel, kind, now }: ClaimedDelivery): number {
    if (channel === 'webhook') return 0;
    return Date.parse(notBefore(now, kind, this.parts.region, this.parts.quietHours)) - Date.parse(now);
  }
}

/** The kind of a mistake, without its words: they may quote what was to be sent. */
function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : typeof error;
}
