import { verify } from '@node-rs/argon2';
import type { Pool, PoolClient } from 'pg';
import { DEMO_PASSWORD, seedDemoAccounts, seedOrganisation } from '#libs/demo-city';
import { DirectoryService } from '#libs/directory';
import { createPool, prismaClientOver } from '#libs/persistence';
import type { TestDatabase } from '../../support/test-postgres.ts';
import { TestPostgres } from '../../support/test-postgres.ts';

describe('the demonstration city in the database', () => {
  let postgres: TestPostgres;
  let database: TestDatabase;
  let application: Pool;

  const asOwner = async <T>(work: (client: PoolClient) => Promise<T>): Promise<T> => {
    const client = await database.owner.connect();
    try {
      return await work(client);
    } finally {
      client.release();
    }
  };
  const seedAccounts = () => asOwner((client) => seedDemoAccounts(client, { city: '430400', nodeEnv: 'test' }));

  beforeAll(async () => {
    postgres = await TestPostgres.start();
  });
  afterAll(async () => {
    await postgres.stop();
  });
  beforeEach(async () => {
    database = await postgres.database();
    application = createPool(database.url, { name: 'read', max: 2 });
    await asOwner(seedOrganisation);
  });
  afterEach(async () => {
    await application.end();
    await database.drop();
  });

  it('is served from memory by the directory, as the application may read it', async () => {
    const directory = new DirectoryService(application);
    await directory.onModuleInit();
    expect([directory.divisions().length, directory.units().length, directory.categories().length]).toEqual([2969, 34 * 14 + 188, 646]);
    const county = directory.unitOf('housing-construction', '430407');
    const city = directory.unitOf('housing-construction', '430400');
    expect([county?.superiorId, county?.reviewUnitIds]).toEqual([city?.id, [city?.id]]);
    expect(directory.divisionsUnder('430400')).toHaveLength(12);
    expect(directory.categoriesUnder('010000').map(({ code }) => code)).toContain('010900');
    expect(directory.searchUnits({ function: 'education', division: '430400' }).map(({ name }) => name)).toEqual(['衡阳市教育局']);
    expect(directory.searchUnits({ q: 'shigu district', level: 'county' })).toHaveLength(34);
  });

  it('sees configured reviewers and retired units after a reload, not before', async () => {
    const directory = new DirectoryService(application);
    await directory.reload();
    const county = directory.unitOf('education', '430407');
    const office = directory.unitOf('petition-office', '430400');
    await database.owner.query('update jiefen.units set review_unit_ids = array[$1::uuid] where id = $2', [office?.id, county?.id]);
    await database.owner.query('update jiefen.units set active = false where id = $1', [directory.unitOf('education', '430421')?.id]);
    expect(directory.unitOf('education', '430407')?.reviewUnitIds).toEqual(county?.reviewUnitIds);
    await directory.reload();
    expect(directory.unitOf('education', '430407')?.reviewUnitIds).toEqual([office?.id]);
    expect(directory.unitOf('education', '430421')).toBeUndefined();
  });

  it('is seeded twice without a change to what people configured', async () => {
    await database.owner.query("update jiefen.units set name = '改过的名称' where code = 'education.430407'");
    await database.owner.query("update jiefen.categories set path = '旧' where code = '010903'");
    const calendars = await database.owner.query('select version, published_at from jiefen.calendars');
    await asOwner(seedOrganisation);
    const { rows } = await database.owner.query<{ name: string; path: string }>(
      "select (select name from jiefen.units where code = 'education.430407') as name, (select path from jiefen.categories where code = '010903') as path",
    );
    expect(rows).toEqual([{ name: '改过的名称', path: '城乡建设/住房保障与房地产/物业服务' }]);
    expect((await database.owner.query('select version, published_at from jiefen.calendars')).rows).toEqual(calendars.rows);
    expect(calendars.rows.length).toBeGreaterThan(0);
  });

  it('has accounts with the public password, created once', async () => {
    const created = await seedAccounts();
    expect(created).toBeGreaterThan(1000);
    await database.owner.query("update jiefen.users set password_hash = 'changed' where username = 'clerk2'");
    expect(await seedAccounts()).toBe(0);
    const { rows } = await database.owner.query<{ password_hash: string }>(
      "select password_hash from jiefen.users where username in ('clerk', 'clerk2', 'human-resources.430421.head') order by username",
    );
    expect(rows.map((row) => row.password_hash === 'changed')).toEqual([false, true, false]);
    expect(await verify(rows[0]?.password_hash ?? '', DEMO_PASSWORD)).toBe(true);
  });

  it('is read by Prisma over the same pool, which stays open', async () => {
    const prisma = prismaClientOver(application);
    const unit = await prisma.unit.findUnique({ where: { code: 'education.430421' }, include: { superior: true } });
    expect(unit?.superior?.code).toBe('education.430400');
    await prisma.$disconnect();
    expect((await application.query<{ one: number }>('select 1 as one')).rows).toEqual([{ one: 1 }]);
  });
});
