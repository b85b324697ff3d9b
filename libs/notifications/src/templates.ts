import type { Language, PersonChannel } from './channel.ts';

/** What a template may say of a case. There is no field for what anybody wrote or is called. */
export const FIELDS = ['what', 'caseNo', 'at'] as const;
export type Field = (typeof FIELDS)[number];

export interface MessageTemplate {
  readonly id: string;
  /** Grows with every change of the words: gateways approve templates by number, and a message must be traceable to its text. */
  readonly version: number;
  readonly audience: 'staff' | 'petitioner';
  readonly channels: readonly PersonChannel[];
  /** Notice kinds that have a template of their own; empty: every other. */
  readonly kinds: readonly string[];
  readonly fields: readonly Field[];
  /** Of e-mail alone. */
  readonly subject: Readonly<Record<Language, string>> | null;
  readonly body: Readonly<Record<Language, string>>;
}

/**
 * Every message that leaves the house. Those to petitioners have no fields at all: a phone is read by others, too, so it says neither what
 * the matter is nor its number, and never the query code.
 */
export const TEMPLATES: readonly MessageTemplate[] = [
  {
    id: 'staff.notice.mail',
    version: 1,
    audience: 'staff',
    channels: ['email'],
    kinds: [],
    fields: ['what', 'caseNo', 'at'],
    subject: { zh: '【解纷】{{what}}：{{caseNo}}', en: '[Jiefen] {{what}}: {{caseNo}}' },
    body: {
      zh: '{{what}}。\n\n案件编号：{{caseNo}}\n时间：{{at}}（北京时间）\n\n请登录解纷查看和办理。本邮件由系统发送，请勿回复。\n',
      en: '{{what}}.\n\nCase: {{caseNo}}\nAt: {{at}} (Beijing time)\n\nLog in to Jiefen to read and handle it. This message was sent by the system; please don’t reply.\n',
    },
  },
  {
    id: 'staff.notice.short',
    version: 1,
    audience: 'staff',
    channels: ['sms', 'im'],
    kinds: [],
    fields: ['what', 'caseNo'],
    subject: null,
    body: { zh: '【解纷】{{what}}（{{caseNo}}），请登录办理。', en: '[Jiefen] {{what}} ({{caseNo}}). Please log in.' },
  },
  {
    id: 'admin.webhook.mail',
    version: 1,
    audience: 'staff',
    channels: ['email'],
    kinds: ['webhook.disabled'],
    fields: ['at'],
    subject: { zh: '【解纷】一个回调地址已停用', en: '[Jiefen] A webhook was switched off' },
    body: {
      zh: '一个回调地址连续失败，已于 {{at}}（北京时间）停用。请登录解纷，在“通道”页查看原因并重新启用。\n',
      en: 'A webhook failed many times in a row and was switched off at {{at}} (Beijing time). Log in to Jiefen: the page “Channels” says why and switches it on again.\n',
    },
  },
  {
    id: 'admin.webhook.short',
    version: 1,
    audience: 'staff',
    channels: ['sms', 'im'],
    kinds: ['webhook.disabled'],
    fields: [],
    subject: null,
    body: {
      zh: '【解纷】一个回调地址连续失败，已停用，请登录查看。',
      en: '[Jiefen] A webhook failed and was switched off. Please log in.',
    },
  },
  {
    id: 'petitioner.accepted',
    version: 1,
    audience: 'petitioner',
    channels: ['sms'],
    kinds: ['petitioner.accepted'],
    fields: [],
    subject: null,
    body: {
      zh: '【解纷】您提交的事项已受理，可凭回执查询进展。',
      en: '[Jiefen] What you submitted has been accepted. Your receipt shows how to follow it.',
    },
  },
  {
    id: 'petitioner.answered',
    version: 1,
    audience: 'petitioner',
    channels: ['sms'],
    kinds: ['petitioner.answered'],
    fields: [],
    subject: null,
    body: {
      zh: '【解纷】您提交的事项已有书面告知，请凭回执查看。',
      en: '[Jiefen] There is a written answer to what you submitted. Your receipt shows how to read it.',
    },
  },
  {
    id: 'petitioner.served',
    version: 1,
    audience: 'petitioner',
    channels: ['sms'],
    kinds: ['petitioner.served'],
    fields: [],
    subject: null,
    body: {
      zh: '【解纷】您提交的事项的书面答复已送达，救济途径和期限见答复，也可凭回执查询。',
      en: '[Jiefen] A written answer was served on you. It names your remedies and their time limits; your receipt shows them, too.',
    },
  },
  {
    id: 'petitioner.progress',
    version: 1,
    audience: 'petitioner',
    channels: ['sms'],
    kinds: ['petitioner.progress'],
    fields: [],
    subject: null,
    body: {
      zh: '【解纷】您提交的事项有新进展，可凭回执查询。',
      en: '[Jiefen] There is news of what you submitted. Your receipt shows how to follow it.',
    },
  },
];
