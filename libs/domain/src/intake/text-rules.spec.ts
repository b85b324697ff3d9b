import { lengthOf, NARRATIVE_MAX, TITLE_MAX, validateText } from './text-rules.ts';

it.each([
  ['nothing', '', 'must not be empty'],
  ['blanks', ' \n\t', 'must not be empty'],
  ['NUL', 'a\u0000b', 'control characters are not allowed (line breaks and tabs are)'],
  ['ESC', 'a\u001bb', 'control characters are not allowed (line breaks and tabs are)'],
  ['DEL', 'a\u007fb', 'control characters are not allowed (line breaks and tabs are)'],
  ['NEL', 'a\u0085b', 'control characters are not allowed (line breaks and tabs are)'],
  ['half a pair', '\ud842', 'holds half a character'],
  ['one too many', '𠮷'.repeat(TITLE_MAX + 1), 'at most 200 characters'],
])('refuses %s', (_, text, fault) => {
  expect(validateText(text, TITLE_MAX)?.en).toBe(fault);
});

it.each([
  ['line breaks and tabs', '一\r\n二\t三'],
  ['rare characters', '𠮷野㐂'],
  ['as many characters as allowed, in code points', '𠮷'.repeat(TITLE_MAX)],
])('takes %s', (_, text) => {
  expect(validateText(text, TITLE_MAX)).toBeNull();
});

it('counts a narrative in code points', () => {
  expect(validateText('字'.repeat(NARRATIVE_MAX), NARRATIVE_MAX)).toBeNull();
  expect(validateText('字'.repeat(NARRATIVE_MAX + 1), NARRATIVE_MAX)?.zh).toBe('不得超过20000个字符');
  expect(lengthOf('𠮷a')).toBe(2);
});
