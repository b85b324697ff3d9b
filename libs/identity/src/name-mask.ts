import type { PartyKind } from '#libs/domain';

/** Family names of two characters: the mask of 欧阳某 shows them whole. */
const COMPOUND_SURNAMES: ReadonlySet<string> = new Set([
  '欧阳',
  '太史',
  '端木',
  '上官',
  '司马',
  '东方',
  '独孤',
  '南宫',
  '万俟',
  '闻人',
  '夏侯',
  '诸葛',
  '尉迟',
  '公羊',
  '赫连',
  '澹台',
  '皇甫',
  '宗政',
  '濮阳',
  '公冶',
  '太叔',
  '申屠',
  '公孙',
  '慕容',
  '仲孙',
  '钟离',
  '长孙',
  '宇文',
  '司徒',
  '鲜于',
  '司空',
  '令狐',
  '闾丘',
  '轩辕',
  '拓跋',
  '百里',
  '呼延',
  '东郭',
  '南门',
  '西门',
]);

/**
 * A name as it is shown to whoever may not read it: the family name and two stars (王**), always two, so that the mask doesn't
 * tell how long the given name is. Organisations keep their first two characters; a single character is hidden whole.
 */
export function maskName(name: string, kind: PartyKind): string {
  const letters = Array.from(name.trim());
  if (letters.length < 2) return '*';
  const pair = letters.slice(0, 2).join('');
  if (kind === 'organisation') return `${letters.length > 3 ? pair : ''}**`;
  return `${letters.length > 2 && COMPOUND_SURNAMES.has(pair) ? pair : (letters[0] ?? '')}**`;
}
