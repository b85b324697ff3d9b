import type { Language, PersonChannel } from './channel.ts';
import { LANGUAGES } from './channel.ts';
import type { Field, MessageTemplate } from './templates.ts';
import { FIELDS, TEMPLATES } from './templates.ts';

export interface RenderedMessage {
  readonly template: { readonly id: string; readonly version: number };
  readonly language: Language;
  readonly subject: string | null;
  readonly text: string;
  /** What was filled in, for gateways that know the template themselves. */
  readonly params: Readonly<Partial<Record<Field, string>>>;
}

const MARK = /\{\{([^{}]*)\}\}/g;

/** Templates that contradict themselves: the process must not start. */
export class TemplatesWrong extends Error {
  override readonly name = 'TemplatesWrong';
}

/**
 * Everything that is wrong with a set of templates, one line each: a mark that is no declared field, a declared field that a language leaves
 * out, e-mail without a subject, a petitioner's template with fields, a number used twice, a kind and channel with two templates.
 */
export function templateMistakes(templates: readonly MessageTemplate[]): readonly string[] {
  const mistakes: string[] = [];
  const taken = new Set<string>();
  for (const template of templates) {
    const { id, version, audience, channels, kinds, fields, subject } = template;
    const name = `${id}@${String(version)}`;
    for (const key of [
      name,
      ...channels.flatMap((channel) => (kinds.length === 0 ? ['*'] : kinds).map((kind) => `${channel} for ${kind}`)),
    ]) {
      if (taken.has(key)) mistakes.push(`${name}: ${key} is there twice`);
      taken.add(key);
    }
    if (audience === 'petitioner' && fields.length > 0) mistakes.push(`${name}: a message to a petitioner says nothing of the case`);
    if ((subject === null) === channels.includes('email')) mistakes.push(`${name}: e-mail, and nothing else, has a subject`);
    for (const language of LANGUAGES)
      mistakes.push(...wordsMistakes(template, language).map((mistake) => `${name} (${language}): ${mistake}`));
  }
  return mistakes;
}

function wordsMistakes({ subject, body, fields }: MessageTemplate, language: Language): readonly string[] {
  const words = `${subject?.[language] ?? ''}\n${body[language]}`;
  const used = new Set([...words.matchAll(MARK)].map(([, field]) => field ?? ''));
  return [
    ...[...used].filter((field) => !fields.some((known) => known === field)).map((field) => `{{${field}}} is no declared field`),
    ...fields.filter((field) => !used.has(field)).map((field) => `the field ${field} is left out`),
    ...(words.replaceAll(MARK, '').includes('{{') ? ['a mark is not closed'] : []),
    ...(body[language].trim() === '' ? ['no words'] : []),
  ];
}

/** @throws TemplatesWrong, one line */
export function checkTemplates(templates: readonly MessageTemplate[] = TEMPLATES): void {
  const mistakes = templateMistakes(templates);
  if (mistakes.length > 0) throw new TemplatesWrong(`message templates: ${mistakes.join('; ')}`);
}

/** The template of its own that a kind has on a channel, else the general one; undefined: this kind isn't told there. */
export function templateFor(
  kind: string,
  channel: PersonChannel,
  templates: readonly MessageTemplate[] = TEMPLATES,
): MessageTemplate | undefined {
  const there = templates.filter(({ channels }) => channels.includes(channel));
  const own = there.find(({ kinds }) => kinds.includes(kind));
  // What is meant for a petitioner never falls back on the words for the staff.
  return own ?? (kind.startsWith('petitioner.') ? undefined : there.find(({ kinds }) => kinds.length === 0));
}

/** @param values one for each of the template's fields @throws Error when one is missing */
export function renderTemplate(
  template: MessageTemplate,
  language: Language,
  values: Readonly<Partial<Record<Field, string>>>,
): RenderedMessage {
  const params: Partial<Record<Field, string>> = {};
  for (const field of template.fields) {
    const value = values[field];
    if (value === undefined) throw new Error(`${template.id} wants the field ${field}`);
    params[field] = value;
  }
  const fill = (words: string): string => words.replaceAll(MARK, (_, field: string) => (isField(field) ? (params[field] ?? '') : ''));
  return {
    template: { id: template.id, version: template.version },
    language,
    subject: template.subject === null ? null : fill(template.subject[language]).replaceAll(/[\r\n]+/g, ' '),
    text: fill(template.body[language]),
    params,
  };
}

function isField(name: string): name is Field {
  return FIELDS.some((field) => field === name);
}
