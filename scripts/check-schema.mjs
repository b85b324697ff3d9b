#!/usr/bin/env node
// Applies every migration to a scratch database and compares it with prisma/schema.prisma, both ways: tables, columns, types,
// nullability, primary keys. One line a difference, exit 1. Uses the server of DATABASE_URL, else an embedded one (after a build).
import { randomBytes } from 'node:crypto';
import { existsSync, mkdtempSync, chmodSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';

const root = join(import.meta.dirname, '..');

/** What a Prisma scalar is in PostgreSQL when no native type is named. */
const COLUMN_TYPES = {
  String: 'text',
  Int: 'integer',
  BigInt: 'bigint',
  Boolean: 'boolean',
  Json: 'jsonb',
  Bytes: 'bytea',
  Float: 'double precision',
};
const NATIVE_TYPES = {
  Uuid: 'uuid',
  Timestamptz: 'timestamp with time zone',
  Date: 'date',
  SmallInt: 'smallint',
  Char: 'character',
  Json: 'json',
};

/** `{schemas, tables: Map(name → {columns: Map(name → {type, nullable, list}), key})}` of a Prisma schema; throws on what it can't read. */
export function tablesOfPrismaSchema(text) {
  const schemas = [...(/schemas\s*=\s*\[([^\]]*)\]/.exec(text)?.[1].matchAll(/"([^"]+)"/g) ?? [])].map((match) => match[1]);
  const models = [...text.matchAll(/^model (\w+) \{\n([\s\S]*?)^\}/gm)].map(([, name, body]) => ({
    name,
    lines: body.split('\n').map((line) => line.replace(/\/\/.*$/, '').trim()),
  }));
  const names = new Set(models.map(({ name }) => name));
  const tables = new Map();
  for (const { name, lines } of models) {
    const columns = new Map();
    const columnOf = new Map();
    let table = name;
    let key = [];
    for (const line of lines) {
      table = /^@@map\("([^"]+)"\)/.exec(line)?.[1] ?? table;
      key =
        /^@@id\(\[([^\]]+)\]/
          .exec(line)?.[1]
          .split(',')
          .map((field) => field.trim()) ?? key;
      const field = /^(\w+)\s+(\w+)(\[\])?(\?)?(.*)$/.exec(line);
      if (!field || names.has(field[2])) continue;
      const [, fieldName, scalar, list, optional, attributes] = field;
      const native = /@db\.(\w+)/.exec(attributes)?.[1];
      const type = native === undefined ? COLUMN_TYPES[scalar] : NATIVE_TYPES[native];
      if (type === undefined) throw new Error(`${name}.${fieldName}: don't know the column type of ${scalar} ${native ?? ''}`);
      const column = /@map\("([^"]+)"\)/.exec(attributes)?.[1] ?? fieldName;
      columnOf.set(fieldName, column);
      columns.set(column, { type: list ? `${type}[]` : type, nullable: optional === '?', list: list === '[]' });
      if (/@id\b/.test(attributes)) key = [fieldName];
    }
    tables.set(table, { columns, key: key.map((field) => columnOf.get(field) ?? field) });
  }
  return { schemas, tables };
}

async function tablesOfDatabase(client, schemas) {
  const { rows } = await client.query(
    `select c.relname as table, a.attname as column, format_type(a.atttypid, a.atttypmod) as type, not a.attnotnull as nullable,
            coalesce(a.attnum = any(k.conkey), false) as key
       from pg_class c
       join pg_namespace n on n.oid = c.relnamespace
       join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
       left join pg_constraint k on k.conrelid = c.oid and k.contype = 'p'
      where n.nspname = any($1) and c.relkind in ('r', 'p') and not c.relispartition
      order by c.relname, array_position(k.conkey, a.attnum), a.attnum`,
    [schemas],
  );
  const tables = new Map();
  for (const { table, column, type, nullable, key } of rows) {
    if (!tables.has(table)) tables.set(table, { columns: new Map(), key: [] });
    tables.get(table).columns.set(column, { type, nullable });
    if (key) tables.get(table).key.push(column);
  }
  return tables;
}

/** One line a difference. A list has no nullability in Prisma (it reads null as empty), so none is compared. */
export function differences(model, database) {
  const lines = [];
  for (const table of [...new Set([...model.keys(), ...database.keys()])].sort()) {
    const [want, have] = [model.get(table), database.get(table)];
    if (!want) lines.push(`table ${table} is in the migrations only`);
    else if (!have) lines.push(`table ${table} is in prisma/schema.prisma only`);
    if (!want || !have) continue;
    if (want.key.join() !== have.key.join())
      lines.push(`${table}: primary key is (${have.key.join(', ')}) in the migrations, (${want.key.join(', ')}) in prisma/schema.prisma`);
    for (const column of [...new Set([...want.columns.keys(), ...have.columns.keys()])].sort()) {
      const [a, b] = [want.columns.get(column), have.columns.get(column)];
      if (!a) lines.push(`${table}.${column} is in the migrations only`);
      else if (!b) lines.push(`${table}.${column} is in prisma/schema.prisma only`);
      else if (a.type !== b.type) lines.push(`${table}.${column} is ${b.type} in the migrations, ${a.type} in prisma/schema.prisma`);
      else if (!a.list && a.nullable !== b.nullable)
        lines.push(`${table}.${column} is ${b.nullable ? 'nullable' : 'not null'} in the migrations, the contrary in prisma/schema.prisma`);
    }
  }
  return lines;
}

/** Migrations in order of their folders, each in one transaction as the runner does it. */
async function migrate(client) {
  const folder = join(root, 'prisma', 'migrations');
  for (const name of readdirSync(folder).sort()) {
    const file = join(folder, name, 'migration.sql');
    if (!existsSync(file)) continue;
    await client.query('begin');
    await client.query(readFileSync(file, 'utf8'));
    await client.query('commit');
  }
}

async function withServer(work) {
  const given = process.env.DATABASE_URL;
  if (given) return work(given);
  const { startEmbeddedPostgres } = await import('#libs/embedded-postgres');
  const dataDir = mkdtempSync(join(tmpdir(), 'jiefen-schema-'));
  chmodSync(dataDir, 0o755); // the server may run as another user of this machine
  const server = await startEmbeddedPostgres({ dataDir });
  try {
    return await work(server.url);
  } finally {
    await server.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

async function withScratchDatabase(url, work) {
  const name = `jiefen_schema_${randomBytes(6).toString('hex')}`;
  const admin = new pg.Client({ connectionString: url });
  await admin.connect();
  try {
    await admin.query(`create database ${name}`);
    const scratch = new URL(url);
    scratch.pathname = `/${name}`;
    const client = new pg.Client({ connectionString: scratch.href });
    await client.connect();
    try {
      return await work(client);
    } finally {
      await client.end();
      await admin.query(`drop database ${name} with (force)`);
    }
  } finally {
    await admin.end();
  }
}

async function main() {
  const model = tablesOfPrismaSchema(readFileSync(join(root, 'prisma', 'schema.prisma'), 'utf8'));
  const lines = await withServer((url) =>
    withScratchDatabase(url, async (client) => {
      await migrate(client);
      return differences(model.tables, await tablesOfDatabase(client, model.schemas));
    }),
  );
  for (const line of lines) console.error(line);
  process.exitCode = lines.length > 0 ? 1 : 0;
}

if (process.argv[1] === import.meta.filename) await main();
