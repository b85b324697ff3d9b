import type { Said } from '../server-state/api-types.ts';

export type Lang = 'zh' | 'en';

/** A text of the API in the language in use; a text given in one language only is shown as it is. */
export function say(text: Said | null | undefined, lang: Lang): string {
  if (text === null || text === undefined) return '';
  return typeof text === 'string' ? text : text[lang];
}

/** `主办：甲局` / `Lead unit: A`. */
export function labelled(label: string, text: string, lang: Lang): string {
  return lang === 'zh' ? `${label}：${text}` : `${label}: ${text}`;
}

/** The mark after a label whose text follows as an element of its own. */
export function colon(lang: Lang): string {
  return lang === 'zh' ? '：' : ': ';
}

/** Things in a row, as a sentence lists them. */
export function listed(items: readonly string[], lang: Lang): string {
  return items.join(lang === 'zh' ? '、' : ', ');
}
