import { BinaryRows } from '../../../libs/engine/src/binary-rows.ts';
import type { RowType } from '../../../libs/engine/src/binary-rows.ts';
import * as rowTypes from '../../../libs/engine/src/row-types.ts';
import type { TestDatabase } from '../../support/test-postgres.ts';
import { TestPostgres } from '../../support/test-postgres.ts';

let server: TestPostgres;
let database: TestDatabase;
beforeAll(async () => {
  server = await TestPostgres.start();
  database = await server.database();
}, 120_000);
afterAll(async () => {
  await database.drop();
  await server.stop();
}, 60_000);

const CATALOGUE_NAMES: Readonly<Record<string, string>> = { integer: 'int4', boolean: 'bool', 'timestamp with time zone': 'timestamptz' };

it.each(Object.entries<RowType>(rowTypes))('%s has the columns of the database’s type, in its order', async (name, type) => {
  const { rows } = await database.owner.query<{ name: string; type: string }>(
    `select a.attname as name, format_type(a.atttypid, a.atttypmod) as type from pg_attribute a
     where a.attrelid = ('jiefen.commit_' || $1)::regclass and a.attnum > 0 order by a.attnum`,
    [name.toLowerCase().replace('turned_', '')],
  );
  expect(type).toEqual(rows.map((row) => [row.name, CATALOGUE_NAMES[row.type] ?? row.type]));
});

it('every value arrives as it was sent', async () => {
  await database.owner.query(
    `create type public.thing as (n int, t text, b bool, raw bytea, j json, jb jsonb, d date, at timestamptz, id uuid, ids uuid[])`,
  );
  const type = [
    ['n', 'int4'],
    ['t', 'text'],
    ['b', 'bool'],
    ['raw', 'bytea'],
    ['j', 'json'],
    ['jb', 'jsonb'],
    ['d', 'date'],
    ['at', 'timestamptz'],
    ['id', 'uuid'],
    ['ids', 'uuid[]'],
  ] as const satisfies RowType;
  const id = '01900000-0000-7000-8000-00000000abcd';
  const sent = new BinaryRows(type);
  sent.add({
    n: -5,
    t: '“字”\u{20BB7}\n',
    b: true,
    raw: Buffer.of(0, 255),
    j: '{"a": 1}',
    jb: '{"b":[2]}',
    d: '1999-12-31',
    at: '1999-12-31T23:59:59.999Z',
    id,
    ids: [id, id],
  });
  sent.add({ n: null, t: null, b: null, raw: null, j: null, jb: null, d: null, at: null, id: null, ids: [] });
  const { rows } = await database.owner.query(
    "select n, t, b, encode(raw, 'hex') as raw, j::text as j, jb::text as jb, d::text as d, extract(epoch from at)::text as at, id::text as id, ids::text as ids from unnest($1::thing[])",
    [sent.whole()],
  );
  expect(rows).toEqual([
    {
      n: -5,
      t: '“字”\u{20BB7}\n',
      b: true,
      raw: '00ff',
      j: '{"a": 1}',
      jb: '{"b": [2]}',
      d: '1999-12-31',
      at: '946684799.999000',
      id,
      ids: `{${id},${id}}`,
    },
    { n: null, t: null, b: null, raw: null, j: null, jb: null, d: null, at: null, id: null, ids: '{}' },
  ]);
});
