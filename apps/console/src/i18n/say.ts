import type { Said } from '../server-state/api-types.ts';

export type Lang = 'zh' | 'en';

/** A text of the API in the language in use; a text given in one language only is shown as it is. */
export function say(text: Said | null | undefined, lang: Lang): string {
  if (text === null || text === undefined) return '';
  return typeof text === 'string' ? text : text[lang];
}
