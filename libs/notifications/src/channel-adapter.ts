import type { Channel } from './channel.ts';
import type { ClaimedDelivery } from './claimed-delivery.ts';
import type { AskOutcome, SendOutcome } from './send-outcome.ts';

/** Everything is at hand: address, text, signature. Calls the provider once. Never throws. */
export type ReadyToSend = () => Promise<SendOutcome>;

/** What a rate limit is counted over. */
export interface Allowance {
  readonly provider: string;
  /** Messages a second. */
  readonly rate: number;
}

/** One way out of the house. */
export interface ChannelAdapter {
  readonly channel: Channel;
  allowanceOf(delivery: ClaimedDelivery): Allowance;
  /** Looks up the address at the last moment; null: the recipient is gone, or must not be told any more. */
  prepare(delivery: ClaimedDelivery): Promise<ReadyToSend | null>;
  /** Asks whether a message was taken; null where the provider can't be asked. Never throws. */
  readonly ask: ((delivery: ClaimedDelivery) => Promise<AskOutcome>) | null;
  /** ms to let an unknown outcome settle before it is asked about, or, where nobody can be asked, before it is sent again. */
  readonly settle: number;
  /** Told what became of each attempt. */
  noted?(delivery: ClaimedDelivery, outcome: SendOutcome): Promise<void>;
}
