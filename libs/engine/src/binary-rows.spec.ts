import type { RowType } from './binary-rows.ts';
import { BinaryRows } from './binary-rows.ts';

const THING = [
  ['n', 'int4'],
  ['id', 'uuid'],
  ['note', 'text'],
] as const satisfies RowType;
const ID = '01900000-0000-7000-8000-00000000abCD';

it('is nothing without rows', () => {
  expect(new BinaryRows(THING).whole()).toBeUndefined();
});

it('writes an array of records as PostgreSQL reads them', () => {
  const rows = new BinaryRows(THING);
  rows.add({ n: 7, id: ID, note: '字' });
  rows.add({ n: -1, id: null, note: undefined });
  expect(rows.whole()?.toString('hex')).toBe(
    [
      // one dimension, no null elements, a type of a user's own, two elements from 1
      '00000001 00000000 00004000 00000002 00000001',
      // a record: its length, three columns, each with type id, length and value
      '00000033 00000003 00000017 00000004 00000007 00000b86 00000010 0190000000007000800000000000abcd 00000019 00000003 e5ad97',
      '00000020 00000003 00000017 00000004 ffffffff 00000b86 ffffffff 00000019 ffffffff',
    ]
      .join('')
      .replaceAll(' ', ''),
  );
});

it('grows with what it is given, and the next array starts anew', () => {
  const note = '纠'.repeat(50_000);
  const first = new BinaryRows(THING);
  for (let n = 0; n < 3; n++) first.add({ n, id: ID, note });
  expect(first.whole()?.length).toBeGreaterThan(3 * 150_000);
  const second = new BinaryRows(THING);
  second.add({ n: 1, id: ID, note: '' });
  expect(second.whole()?.length).toBe(20 + 4 + 4 + 12 + 24 + 8);
});

it.each(['', 'x', '01900000-0000-7000-8000-00000000abcg', '01900000000070008000000000000abcd', `${ID}0`])('refuses the UUID %j', (id) => {
  expect(() => {
    new BinaryRows(THING).add({ n: 1, id, note: '' });
  }).toThrow(RangeError);
});

it.each([
  ['at', 'timestamptz', 'yesterday'],
  ['on', 'date', '2026-13-01'],
  ['n', 'int4', 1.5],
] as const)('refuses a %s that is none', (name, type, value) => {
  const rows = new BinaryRows<RowType>([[name, type]]);
  expect(() => {
    rows.add({ [name]: value });
  }).toThrow(RangeError);
});
