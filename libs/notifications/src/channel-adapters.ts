import type { Pool } from 'pg';
import type { ChannelSettings, Config } from '#libs/config';
import type { IdentityService } from '#libs/identity';
import { AddressBook } from './address-book.ts';
import type { ChannelAdapter } from './channel-adapter.ts';
import type { Channel, PersonChannel } from './channel.ts';
import type { DeliveryOptions } from './delivery-options.ts';
import { GatewayProvider } from './gateway-provider.ts';
import type { PersonProvider } from './person-channel.ts';
import { PersonChannelAdapter } from './person-channel.ts';
import { SmtpProvider } from './smtp-provider.ts';
import { WebhookChannel } from './webhook-channel.ts';
import { WebhookFailures } from './webhook-failures.ts';

/** The channels to persons that are switched on. */
export function configuredChannels({ smtpUrl, gatewayUrl, gatewayChannels }: ChannelSettings): readonly PersonChannel[] {
  return [...(smtpUrl === null ? [] : (['email'] as const)), ...(gatewayUrl === null ? [] : gatewayChannels)];
}

/** One adapter for each channel that is switched on. */
export function channelAdapters(
  pool: Pool,
  identity: IdentityService,
  { channels, nodeEnv, city }: Config,
  options: DeliveryOptions,
): ReadonlyMap<Channel, ChannelAdapter> {
  const addresses = new AddressBook(pool, identity);
  const on = configuredChannels(channels);
  const webhooks = new WebhookChannel(pool, identity, new WebhookFailures(pool, options.webhookFailures, on), {
    tlsOnly: nodeEnv === 'production',
    privateHosts: channels.webhookPrivateHosts,
    source: `urn:jiefen:${city}`,
    rate: channels.webhookRate,
    within: options.answerWithin,
    settle: options.askAfter,
  });
  return new Map<Channel, ChannelAdapter>([
    ['webhook', webhooks],
    ...on.map((channel) => [channel, new PersonChannelAdapter(channel, personProvider(channel, channels, options), addresses)] as const),
  ]);
}

function personProvider(channel: PersonChannel, settings: ChannelSettings, options: DeliveryOptions): PersonProvider {
  return channel === 'email' ? mailProvider(settings, options) : gatewayProvider(channel, settings, options);
}

function mailProvider(
  { smtpUrl, mailFrom, mailRate }: ChannelSettings,
  { answerWithin, resendMailAfter }: DeliveryOptions,
): PersonProvider {
  const smtp = new SmtpProvider({ url: smtpUrl ?? '', from: mailFrom, within: answerWithin });
  return {
    allowance: { provider: 'smtp', rate: mailRate },
    settle: resendMailAfter,
    send: (id, to, { subject, text }) => smtp.send({ id, to, subject: subject ?? '', text }),
    ask: null,
  };
}

/** SMS and IM go through the same door, so they share its rate. */
function gatewayProvider(
  channel: Exclude<PersonChannel, 'email'>,
  { gatewayUrl, gatewayToken, gatewayRate }: ChannelSettings,
  { answerWithin, askAfter }: DeliveryOptions,
): PersonProvider {
  const gateway = new GatewayProvider({ url: gatewayUrl ?? '', token: gatewayToken, within: answerWithin });
  return {
    allowance: { provider: 'gateway', rate: gatewayRate },
    settle: askAfter,
    send: (id, to, message) => gateway.send({ id, channel, to, message }),
    ask: (id) => gateway.ask(id),
  };
}
