import { directoryFrom, levelOfDivision } from '#libs/domain';
import { cityAccounts } from './city-accounts.ts';
import { cityUnits } from './city-units.ts';
import { readSeedData } from './seed-data.ts';
import { DemoAccountsRefused, seedDemoAccounts } from './seed-demo-accounts.ts';

const data = readSeedData();
const units = cityUnits(data);
const directory = directoryFrom({ ...data, units });
const accounts = new Map(cityAccounts('430400', units).map((account) => [account.username, account]));

it('has the places of the contract', () => {
  const count = (level: string) => data.divisions.filter(({ code }) => levelOfDivision(code) === level).length;
  expect([count('province'), count('city'), count('county'), count('township'), count('village')]).toEqual([1, 1, 12, 188, 2767]);
  expect(directory.division('430422')?.ancestors).toEqual(['430400', '430000']);
});

it('has sound categories: a known owner, a known level, a parent for every path', () => {
  const functions = new Set(data.functions.map(({ code }) => code));
  const paths = new Set(data.categories.map(({ path }) => path));
  expect(data.categories).toHaveLength(646);
  for (const { code, path, owner, lowestLevel } of data.categories) {
    expect([code, functions.has(owner), ['township', 'county', 'city'].includes(lowestLevel)]).toEqual([code, true, true]);
    if (path.includes('/')) expect(paths.has(path.slice(0, path.lastIndexOf('/')))).toBe(true);
  }
});

it('has every function at province, city and county, and mediation committees at townships', () => {
  for (const division of ['430000', '430400', '430421']) {
    expect(directory.units().filter((unit) => unit.division === division)).toHaveLength(data.functions.length);
  }
  expect(
    directory
      .units()
      .filter(({ level }) => level === 'township')
      .map((unit) => unit.function),
  ).toEqual(Array<string>(188).fill('mediation-committee'));
  const county = directory.unitOf('housing-construction', '430421');
  expect(county).toMatchObject({ name: '衡阳县住房和城乡建设局', superiorId: directory.unitOf('housing-construction', '430400')?.id });
  expect(directory.unitOf('mediation-committee', '430405007')?.superiorId).toBe(directory.unitOf('mediation-committee', '430405')?.id);
  expect(units.find(({ id }) => id === county?.id)?.nameEn).toBe('Housing and urban-rural development, Hengyang County');
});

it('keeps unit ids for ever', () => {
  expect(directory.unitOf('governance-centre', '430400')?.id).toBe('ea68f55e-4048-586f-bcd2-0432b2b0dc89');
});

it('has the accounts of the contract', () => {
  const centre = directory.unitOf('governance-centre', '430400')?.id;
  for (const [username, role] of Object.entries({
    clerk: 'clerk',
    clerk2: 'clerk',
    supervisor: 'supervisor',
    leader: 'leader',
    operator: 'operator',
    admin: 'admin',
    auditor: 'auditor',
  })) {
    expect(accounts.get(username)).toMatchObject({ roles: [role], unitId: centre });
  }
  expect(accounts.get('human-resources.430421.head')).toMatchObject({
    roles: ['head'],
    unitId: directory.unitOf('human-resources', '430421')?.id,
  });
  expect(accounts.get('discipline.430000.handler')?.roles).toEqual(['handler']);
  expect(accounts.get('mediator.430405007')?.unitId).toBe(directory.unitOf('mediation-committee', '430405007')?.id);
  expect(accounts.get('mediator.430400')?.roles).toEqual(['mediator']);
  expect(accounts.has('mediator.430000')).toBe(false);
  const above = directory.unitOf('governance-centre', '430000')?.id;
  expect(above).toBeDefined();
  expect(accounts.get('supervisor.430000')).toMatchObject({ roles: ['supervisor'], unitId: above });
  expect(accounts.get('leader.430000')).toMatchObject({ roles: ['leader'], unitId: above });
  expect(accounts.size).toBe(7 + 2 + data.functions.length * 14 * 2 + 1 + 12 + 188);
});

it('creates no account with a public password in production', async () => {
  const untouched = { query: () => Promise.reject(new Error('asked the database')) };
  await expect(seedDemoAccounts(untouched as never, { city: '430400', nodeEnv: 'production' })).rejects.toThrow(DemoAccountsRefused);
});
