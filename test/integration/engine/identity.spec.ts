import { jest } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import { ApplicationRunning, IdentityService, rotateMasterKey, WrongMasterKey } from '#libs/identity';
import { createPool } from '#libs/persistence';
import { done, engineCity, intake, openEngine, TEST_MASTER_KEY } from '../../support/engine-city.ts';
import type { OpenEngine } from '../../support/engine-city.ts';
import { ownServer } from '../../support/own-server.ts';
import type { TestDatabase } from '../../support/test-postgres.ts';

jest.setTimeout(60_000);
const city = engineCity();
const server = ownServer();
let database: TestDatabase;
let open: OpenEngine;
let caseId: string;

beforeEach(async () => {
  database = await server.database();
  open = await openEngine(database.url, city);
  const request = intake(city, { receivedAt: new Date(Date.now() - 60_000).toISOString() });
  caseId = done(
    await open.engine.register({
      ...request,
      parties: [...request.parties, { role: 'respondent', kind: 'organisation', name: '湘江物业有限公司' }],
    }),
  ).caseId;
});
afterEach(async () => {
  await open.close();
  await database.drop();
});

const request = { userId: null, unitId: city.lead.id } as const;

it('discloses a name and writes who asked for what', async () => {
  const parties = await open.identity.disclose({ caseId, fields: ['name'], purpose: 'case-work', ...request });
  expect(parties.map(({ name, phone }) => [name, phone])).toEqual([
    ['周小明', null],
    ['湘江物业有限公司', null],
  ]);
  const { rows } = await open.readPool.query('select fields, purpose, unit_id from identity.disclosures_of($1)', [caseId]);
  expect(rows).toEqual([1, 2].map(() => ({ fields: ['name'], purpose: 'case-work', unit_id: city.lead.id })));
});

it('gives contact for a purpose that needs it, and for no other', async () => {
  await expect(open.identity.disclose({ caseId, fields: ['phone'], purpose: 'case-work', ...request })).rejects.toThrow(
    /discloses no contact/,
  );
  const [petitioner] = await open.identity.disclose({ caseId, fields: ['phone', 'idNumber'], purpose: 'service', ...request });
  expect(petitioner).toMatchObject({ name: null, phone: '138 1234 5678', idNumber: '430421199003074218' });
});

it('masks names for everybody else', async () => {
  expect(await open.identity.maskedParties([caseId])).toMatchObject([
    { role: 'petitioner', nameMask: '周**', hasPhone: true },
    { role: 'respondent', nameMask: '湘江**', hasPhone: false },
  ]);
});

it('finds people by phone and ID number however they are written, exactly', async () => {
  const found = [{ caseId, partyId: expect.any(String) as string }];
  expect(await open.identity.findByPhone('+86 138-1234-5678')).toEqual(found);
  expect(await open.identity.findByIdNumber('430421199003074218 ')).toEqual(found);
  expect(await open.identity.findByPhone('13812345679')).toEqual([]);
});

it('takes the last four digits, or the receipt’s secret where no phone was given', async () => {
  expect([
    await open.identity.verifyLast4(caseId, '5678'),
    await open.identity.verifyLast4(caseId, '5679'),
    await open.identity.verifyLast4(caseId, ''),
  ]).toEqual([true, false, false]);
  expect(await open.identity.verifyLast4(caseId, open.identity.receiptSecret(caseId))).toBe(false);
  const anonymous = done(
    await open.engine.register({ ...intake(city, { receivedAt: new Date(Date.now() - 60_000).toISOString() }), parties: [] }),
  );
  const secret = open.identity.receiptSecret(anonymous.caseId);
  expect([
    await open.identity.verifyLast4(anonymous.caseId, secret.toLowerCase()),
    await open.identity.verifyLast4(anonymous.caseId, '5678'),
  ]).toEqual([true, false]);
});

it('gives the same query code for the same case and stores only its hash', async () => {
  const code = open.identity.queryCode(caseId);
  expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){4}[0-9A-HJKMNP-TV-Z]{4}$/);
  const typed = ` ${code.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l')} `;
  const { rows } = await database.owner.query<{ query_hash: Buffer }>('select query_hash from jiefen.cases where id = $1', [caseId]);
  expect(open.identity.hashQueryCode(typed)).toEqual(rows[0]?.query_hash);
  expect(open.identity.hashQueryCode('not a code!')).toBeNull();
});

it('opens nothing in another row: ciphertexts are bound to theirs', async () => {
  await database.owner.query(
    'update identity.parties a set name = b.name from identity.parties b where a.case_id = b.case_id and a.id <> b.id',
  );
  await expect(open.identity.disclose({ caseId, fields: ['name'], purpose: 'case-work', ...request })).rejects.toThrow();
});

it('refuses a wrong master key in one line', async () => {
  const failure = await IdentityService.open(open.readPool, randomBytes(32)).catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(WrongMasterKey);
  expect((failure as Error).message).toMatch(/^the master key is not the one[^\n]+$/);
});

it('rotates the master key: old data opens under the new one, codes stay', async () => {
  const owner = createPool(database.url, { name: 'rotation', max: 1, asApplication: false });
  const [code, fresh] = [open.identity.queryCode(caseId), randomBytes(32)];
  await expect(rotateMasterKey(owner, TEST_MASTER_KEY, fresh)).rejects.toBeInstanceOf(ApplicationRunning);
  await open.close();
  // It was closed for good; the server takes a moment to see its sessions gone.
  open = { ...open, close: () => Promise.resolve() };
  const sessions =
    "select 1 from pg_stat_activity where datname = current_database() and application_name in ('jiefen-engine', 'jiefen-read')";
  while ((await database.owner.query(sessions)).rowCount !== 0);
  await expect(rotateMasterKey(owner, randomBytes(32), fresh)).rejects.toBeInstanceOf(WrongMasterKey);
  expect(await rotateMasterKey(owner, TEST_MASTER_KEY, fresh)).toBe(1);
  const pool = createPool(database.url, { name: 'probe', max: 2 });
  await expect(IdentityService.open(pool, TEST_MASTER_KEY)).rejects.toBeInstanceOf(WrongMasterKey);
  const identity = await IdentityService.open(pool, fresh);
  expect(identity.queryCode(caseId)).toBe(code);
  expect((await identity.documents(caseId)).map(({ field, text }) => [field, text !== null]).sort()).toEqual([
    ['address', true],
    ['narrative', true],
    ['title', true],
  ]);
  expect((await identity.disclose({ caseId, fields: ['name'], purpose: 'case-work', ...request }))[0]?.name).toBe('周小明');
  await Promise.all([pool.end(), owner.end()]);
});
