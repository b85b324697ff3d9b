import { Cursors } from './cursor.ts';
import { ProblemError } from './problem-error.ts';

const cursors = new Cursors({ masterKey: Buffer.alloc(32, 7) });
const codeOf = (read: () => unknown): string => {
  try {
    read();
    return 'accepted';
  } catch (error) {
    return error instanceof ProblemError ? error.body.code : 'another error';
  }
};

it('reads what it wrote, in the same list only', () => {
  const cursor = cursors.write('cases of one filter', ['2026-01-01T00:00:00Z', 'id', null, 3]);
  expect(cursors.read('cases of one filter', cursor)).toEqual(['2026-01-01T00:00:00Z', 'id', null, 3]);
  expect(codeOf(() => cursors.read('cases of another filter', cursor))).toBe('request.invalid_cursor');
  expect(cursors.read('any', undefined)).toBeNull();
});

it('refuses what it did not write', () => {
  const cursor = cursors.write('list', ['a']);
  const forged = Buffer.from(cursor, 'base64url');
  forged[forged.length - 2] = (forged[forged.length - 2] ?? 0) ^ 1;
  for (const bad of ['garbage', '', 'AAAA', `${cursor}A`, cursor.slice(1), forged.toString('base64url'), '你好']) {
    expect(codeOf(() => cursors.read('list', bad))).toBe('request.invalid_cursor');
  }
});

it('another installation’s cursor is none of ours', () => {
  const other = new Cursors({ masterKey: Buffer.alloc(32, 8) });
  expect(codeOf(() => cursors.read('list', other.write('list', ['a'])))).toBe('request.invalid_cursor');
});
