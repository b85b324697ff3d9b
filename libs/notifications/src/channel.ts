/** How somebody is told outside the house. */
export const CHANNELS = ['email', 'sms', 'im', 'webhook'] as const;
export type Channel = (typeof CHANNELS)[number];

/** Those that reach a person; they keep quiet hours. */
export const PERSON_CHANNELS = ['email', 'sms', 'im'] as const satisfies readonly Channel[];
export type PersonChannel = (typeof PERSON_CHANNELS)[number];

export const LANGUAGES = ['zh', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];
