import { maskName } from './mask-name.ts';

it.each([
  ['王小明', 'person', '王**'],
  ['王明', 'person', '王**'],
  ['欧阳修', 'person', '欧阳**'],
  ['欧阳', 'person', '欧**'],
  ['周', 'person', '*'],
  ['𠮷野㐂', 'person', '𠮷**'],
  ['', 'person', ''],
  ['某某物业公司', 'organisation', '某某**'],
  ['物业', 'organisation', '**'],
] as const)('masks %s (%s) as %s', (name, kind, mask) => {
  expect(maskName(name, kind)).toBe(mask);
});
