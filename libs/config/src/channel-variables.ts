import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { ConfigError } from './config-error.ts';
import type { ChannelSettings } from './config.ts';
import { flag, url } from './values.ts';

const rate = z
  .string()
  .regex(/^\d{1,5}(\.\d{1,3})?$/, 'must be a number of messages a second')
  .transform(Number)
  .refine((value) => value > 0, 'must be more than 0');

const wallTime = String.raw`([01]\d|2[0-3]):[0-5]\d`;

const listOf = (text: string): string[] => [
  ...new Set(
    text
      .split(',')
      .map((one) => one.trim())
      .filter((one) => one !== ''),
  ),
];

/** The variables of the channels; all optional. */
export const channelVariables = {
  SMTP_URL: url(['smtp:', 'smtps:']).optional(),
  MAIL_FROM: z
    .string()
    .regex(/^[^\s@<>,"]+@[^\s@<>,"]+$/, 'must be a plain e-mail address')
    .default('jiefen@localhost'),
  MAIL_RATE: rate.default(10),
  MESSAGE_GATEWAY_URL: url(['http:', 'https:']).optional(),
  MESSAGE_GATEWAY_TOKEN: z.string().optional(),
  MESSAGE_GATEWAY_TOKEN_FILE: z.string().optional(),
  MESSAGE_GATEWAY_CHANNELS: z
    .string()
    .regex(/^(sms|im)(,\s*(sms|im))*$/, 'must be sms, im or sms,im')
    .transform((text) => listOf(text) as ('sms' | 'im')[])
    .default(['sms', 'im']),
  MESSAGE_GATEWAY_RATE: rate.default(10),
  PETITIONER_SMS: flag.default(false),
  QUIET_HOURS: z
    .string()
    .regex(new RegExp(`^${wallTime}-${wallTime}$`), 'must be two wall times, e.g. 21:00-08:00')
    .transform((text) => ({ from: text.slice(0, 5), to: text.slice(6) }))
    .default({ from: '21:00', to: '08:00' }),
  WEBHOOK_RATE: rate.default(10),
  WEBHOOK_PRIVATE_HOSTS: z.string().transform(listOf).default([]),
};

type Values = z.output<z.ZodObject<typeof channelVariables>>;

/** @throws ConfigError for a token file that can't be read, and for a token that would travel in clear */
export function channelSettings(values: Values, production: boolean): ChannelSettings {
  const gatewayUrl = values.MESSAGE_GATEWAY_URL ?? null;
  if (production && gatewayUrl?.startsWith('http:') === true) {
    throw new ConfigError('MESSAGE_GATEWAY_URL must start with https:// when NODE_ENV=production: phone numbers travel to it');
  }
  return {
    smtpUrl: values.SMTP_URL ?? null,
    mailFrom: values.MAIL_FROM,
    gatewayUrl: gatewayUrl?.replace(/\/+$/, '') ?? null,
    gatewayToken: values.MESSAGE_GATEWAY_TOKEN ?? tokenIn(values.MESSAGE_GATEWAY_TOKEN_FILE),
    gatewayChannels: values.MESSAGE_GATEWAY_CHANNELS,
    mailRate: values.MAIL_RATE,
    gatewayRate: values.MESSAGE_GATEWAY_RATE,
    webhookRate: values.WEBHOOK_RATE,
    quietHours: values.QUIET_HOURS,
    webhookPrivateHosts: values.WEBHOOK_PRIVATE_HOSTS,
    petitionerSms: values.PETITIONER_SMS,
  };
}

function tokenIn(path: string | undefined): string | null {
  if (path === undefined) return null;
  try {
    return readFileSync(path, 'utf8').trim();
  } catch (error) {
    throw new ConfigError(`MESSAGE_GATEWAY_TOKEN_FILE cannot be read: ${(error as NodeJS.ErrnoException).code ?? 'unknown error'}`);
  }
}
