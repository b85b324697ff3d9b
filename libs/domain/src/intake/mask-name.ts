import type { PartyKind } from '../case/vocabulary.ts';

/** Family names of two characters. */
const COMPOUND_SURNAMES: ReadonlySet<string> = new Set(
  '欧阳 太史 端木 上官 司马 东方 独孤 南宫 万俟 闻人 夏侯 诸葛 尉迟 公羊 赫连 澹台 皇甫 宗政 濮阳 公冶 太叔 申屠 公孙 慕容 仲孙 钟离 长孙 宇文 司徒 鲜于 司空 令狐 闾丘 轩辕 拓跋 百里 呼延 东郭 南门 西门'.split(
    ' ',
  ),
);

/**
 * A name as it is shown to whoever may not read it: the family name and two stars (王**), always two, so that the mask
 * doesn't tell how long the given name is. An organisation keeps its first two characters (某某**) if more than three are
 * there. A single character is hidden whole; an absent name stays empty.
 */
export function maskName(name: string, kind: PartyKind): string {
  const characters = Array.from(name.trim());
  if (characters.length < 2) return '*'.repeat(characters.length);
  const [first = '', second = ''] = characters;
  if (kind === 'organisation') return `${characters.length > 3 ? first + second : ''}**`;
  return `${COMPOUND_SURNAMES.has(first + second) && characters.length > 2 ? first + second : first}**`;
}
