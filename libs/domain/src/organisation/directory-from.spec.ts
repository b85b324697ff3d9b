import { categoryParents } from './category-tree.ts';
import { directoryFrom } from './directory-from.ts';
import type { OrganisationData } from './directory-from.ts';

const data: OrganisationData = {
  divisions: [
    { code: '430407001001', name: '村', parent: '430407001' },
    { code: '430407001', name: '街道', parent: '430407' },
    { code: '430407', name: '区', parent: '430400' },
    { code: '430400', name: '市', parent: '430000' },
    { code: '430000', name: '省', parent: null },
    { code: '430407900001', name: '直属村', parent: '430407' },
  ],
  units: [
    { id: 'c', name: '区教育局', function: 'education', division: '430407', superiorId: 'b' },
    { id: 'b', name: '市教育局', function: 'education', division: '430400', superiorId: 'a', reviewUnitIds: ['x'] },
    { id: 'a', name: '省教育厅', function: 'education', division: '430000', superiorId: null },
    { id: 'x', name: '市复查办', function: 'petition-office', division: '430400', superiorId: null },
  ],
  categories: [],
};

it('climbs divisions and units in any order of rows', () => {
  const directory = directoryFrom(data);
  expect(directory.division('430407001001')).toEqual({
    code: '430407001001',
    name: '村',
    level: 'village',
    ancestors: ['430407001', '430407', '430400', '430000'],
  });
  expect(directory.division('430407900001')?.ancestors).toEqual(['430407', '430400', '430000']);
  expect(directory.unit('c')).toMatchObject({ code: 'education.430407', level: 'county', ancestors: ['b', 'a'], reviewUnitIds: ['b'] });
  expect(directory.unitOf('education', '430400')?.reviewUnitIds).toEqual(['x']);
  expect(directory.unit('a')?.reviewUnitIds).toEqual([]);
  expect(directory.unitsUnder('a').map(({ id }) => id)).toEqual(['c', 'b']);
  expect(directory.unitsUnder('nobody')).toEqual([]);
});

it.each([
  ['an unknown superior', { units: [{ id: 'q', name: '', function: 'f', division: '430407', superiorId: 'nobody' }] }, 'no unit nobody'],
  ['an unknown division', { units: [{ id: 'q', name: '', function: 'f', division: '1', superiorId: null }] }, 'no division 1'],
  [
    'a circle',
    {
      divisions: [
        { code: '1', name: '', parent: '2' },
        { code: '2', name: '', parent: '1' },
      ],
      units: [],
    },
    'its own superior',
  ],
  [
    'a doubled code',
    {
      divisions: [
        { code: '1', name: '', parent: null },
        { code: '1', name: '', parent: null },
      ],
    },
    'two of division 1',
  ],
  [
    'two units of one function in a place',
    {
      units: [
        { id: 'q', name: '', function: 'f', division: '430407', superiorId: null },
        { id: 'r', name: '', function: 'f', division: '430407', superiorId: null },
      ],
    },
    'two units are called f.430407',
  ],
])('refuses %s', (_, patch, message) => {
  expect(() => directoryFrom({ ...data, ...patch })).toThrow(message);
});

it("finds a category's parent by its path", () => {
  const category = (code: string, path: string) => ({ code, path, owner: 'x', lowestLevel: 'county' as const });
  const parents = categoryParents([
    category('010000', '城乡建设'),
    category('010100', '城乡建设/安全生产'),
    category('019900', '城乡建设/其他'),
  ]);
  expect([...parents]).toEqual([
    ['010000', null],
    ['010100', '010000'],
    ['019900', '010000'],
  ]);
});
