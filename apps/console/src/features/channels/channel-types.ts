import type { AnswerOf, listWebhooks, readChannels, readContacts } from '#libs/contracts';

export type ChannelStates = AnswerOf<typeof readChannels>;
export type ChannelState = ChannelStates['items'][number];
export type WebhookList = AnswerOf<typeof listWebhooks>;
export type Webhook = WebhookList['items'][number];
export type NoticeKind = WebhookList['kinds'][number];
export type Contacts = AnswerOf<typeof readContacts>;
export type Contact = Contacts['items'][number];
