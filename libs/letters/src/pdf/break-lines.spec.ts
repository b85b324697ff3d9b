import { breakLines } from './break-lines.ts';

/** Ten points a character, five for Latin ones. */
const widthOf = (piece: string): number => Array.from(piece).reduce((sum, one) => sum + (/[\u0020-\u007e]/.test(one) ? 5 : 10), 0);

it.each([
  ['fills lines, the first one indented', '一二三四五六七八', ['一二三', '四五六七八']],
  ['hangs what may not begin a line', '一二三，四五六七八。', ['一二三，', '四五六七八。']],
  ['takes an opening bracket over to what it opens', '一二（三四', ['一二', '（三四']],
  ['keeps words and numbers whole', '一二2026年', ['一二', '2026年']],
  ['breaks a word longer than a line all the same', 'abcdefghijklmno', ['abcdef', 'ghijklmno']],
])('%s', (_what, text, lines) => {
  expect(breakLines(text, 50, 20, widthOf)).toEqual(lines);
});
