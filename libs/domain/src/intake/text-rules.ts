import type { BilingualText } from '../case/decision.ts';

export const TITLE_MAX = 200;
export const NARRATIVE_MAX = 20_000;

/** Everything of Unicode's control category but tab, LF and CR. */
const CONTROL = /[^\P{Cc}\t\n\r]/u;
/** Half of a surrogate pair can't be stored as UTF-8. */
const BROKEN = /\p{Cs}/u;

/** Length as people count it (code points): 𠮷 is one. */
export function lengthOf(text: string): number {
  let characters = 0;
  for (const _ of text) characters += 1;
  return characters;
}

/**
 * Checks a text that people wrote: not blank, at most `max` characters (code points), no control character but tabs and
 * line breaks, no half character. The answer never repeats the text.
 *
 * @returns what is wrong with it first, or null
 */
export function validateText(text: string, max: number): BilingualText | null {
  if (text.trim() === '') return { zh: '不能为空', en: 'must not be empty' };
  // Every code point takes at most two units: a quick no before counting millions.
  if (text.length > max * 2 || lengthOf(text) > max) return { zh: `不得超过${String(max)}个字符`, en: `at most ${String(max)} characters` };
  if (CONTROL.test(text))
    return { zh: '不得含有控制字符（换行和制表符除外）', en: 'control characters are not allowed (line breaks and tabs are)' };
  return BROKEN.test(text) ? { zh: '含有不完整的字符', en: 'holds half a character' } : null;
}
