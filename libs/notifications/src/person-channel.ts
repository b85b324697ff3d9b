import { noticeText } from '#libs/domain';
import type { AddressBook } from './address-book.ts';
import type { Allowance, ChannelAdapter, ReadyToSend } from './channel-adapter.ts';
import type { PersonChannel } from './channel.ts';
import type { ClaimedDelivery } from './claimed-delivery.ts';
import type { RenderedMessage } from './render-template.ts';
import { renderTemplate, templateFor } from './render-template.ts';
import type { AskOutcome, SendOutcome } from './send-outcome.ts';

/** What differs between the providers that reach persons. */
export interface PersonProvider {
  readonly allowance: Allowance;
  readonly settle: number;
  readonly send: (id: string, address: string, message: RenderedMessage) => Promise<SendOutcome>;
  readonly ask: ((id: string) => Promise<AskOutcome>) | null;
}

/** E-mail, SMS or IM to a person: address and words are put together in the moment of sending. */
export class PersonChannelAdapter implements ChannelAdapter {
  readonly ask: ((delivery: ClaimedDelivery) => Promise<AskOutcome>) | null;

  constructor(
    readonly channel: PersonChannel,
    private readonly provider: PersonProvider,
    private readonly addresses: AddressBook,
  ) {
    const { ask } = provider;
    this.ask = ask === null ? null : (delivery) => ask(delivery.id);
  }

  get settle(): number {
    return this.provider.settle;
  }

  allowanceOf(): Allowance {
    return this.provider.allowance;
  }

  async prepare(delivery: ClaimedDelivery): Promise<ReadyToSend | null> {
    const template = templateFor(delivery.kind, this.channel);
    if (template === undefined) return null;
    const found = await this.addresses.addressOf(delivery, this.channel);
    if (found === null) return null;
    const message = renderTemplate(template, found.language, {
      what: noticeText(delivery.kind)[found.language],
      caseNo: delivery.caseNo ?? '',
      at: inBeijing(delivery.at),
    });
    return () => this.provider.send(delivery.id, found.address, message);
  }
}

const WALL_CLOCK = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short', timeStyle: 'short' });

/** `2026-03-06 09:30`. */
function inBeijing(instant: string): string {
  return WALL_CLOCK.format(new Date(instant));
}
