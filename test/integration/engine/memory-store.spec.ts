import { randomUUID } from 'node:crypto';
import { jest } from '@jest/globals';
import type { Instant } from '#libs/domain';
import type { Outcome } from '#libs/engine';
import { domainDecisions, Engine, PostgresStore } from '#libs/engine';
import { IdentityService } from '#libs/identity';
import { createPool } from '#libs/persistence';
import type { CaseWrite } from '../../../libs/engine/src/verdict.ts';
import type { KnownCase } from '../../simulation/drawn-commands.ts';
import { DrawnCommands } from '../../simulation/drawn-commands.ts';
import type { GroupToCommit } from '../../simulation/memory-commit.ts';
import { MemoryStore } from '../../simulation/memory-store.ts';
import { engineCity, keyed, TEST_MASTER_KEY } from '../../support/engine-city.ts';
import { ownServer } from '../../support/own-server.ts';
import { SeededRandom } from '../../support/seeded-random.ts';
import { StoreTwins } from './store-twins.ts';

// The simulation's store is worth what it has in common with the database: here both get the same groups.
jest.setTimeout(120_000);
const ROUNDS = 60;
const START = '2026-01-05T01:00:00.000Z';
const PATIENT = { commands: { queued: 10_000, waitMs: 60_000 }, intake: { queued: 10_000, waitMs: 60_000 } };
const SEED = Number(process.env['SEED'] ?? Math.floor(Math.random() * 1e9));
const city = engineCity();
const server = ownServer();

it(`the memory answers and keeps what the database does (SEED=${SEED})`, async () => {
  const random = new SeededRandom(SEED);
  const database = await server.database();
  await database.owner.query('update jiefen.app_clock set now_at = $1', [START]);
  const pool = createPool(database.url, { name: 'engine', max: 6 });
  let realNow = Date.parse(START);
  const memory = new MemoryStore(() => realNow);
  memory.set(START);
  const twins = new StoreTwins(
    new PostgresStore(pool),
    memory,
    (told) => {
      realNow = told;
    },
    spoiler(random.fork(), memory),
  );
  const identity = await IdentityService.open(pool, TEST_MASTER_KEY);
  // Two processes: what one of them remembers is out of date as soon as the other one has written.
  const engines = [1, 2].map(
    () => new Engine({ store: twins, identity, env: () => city.env, decisions: domainDecisions(), lanes: 1, limits: PATIENT }),
  );
  const cases: KnownCase[] = [];
  const commands = new DrawnCommands(city, random, () => memory.legalNow);
  for (let round = 0; round < ROUNDS; round++) {
    const engine = random.pick(engines);
    const asked: Promise<Outcome>[] = [];
    for (let n = random.between(1, 8); n > 0; n--) {
      const key = random.chance(0.6) ? keyed(`k${random.between(1, 120)}`) : {};
      if (cases.length < 3 || random.chance(0.2)) asked.push(register(engine, commands, key, cases));
      else asked.push(execute(engine, commands, key, random.pick(cases), cases));
    }
    await Promise.allSettled(asked);
    if (random.chance(0.25)) await passTime(engine, random);
    expect(twins.differences.slice(0, 3)).toEqual([]);
  }
  expect(Object.entries(twins.counts).filter(([, count]) => count === 0)).toEqual([]);
  for (const [table, sql] of Object.entries(TABLES)) {
    const stored = await database.owner.query<{ row: Row }>(`select to_jsonb(t) as row from (${sql}) t`);
    expect([table, inOrder(stored.rows.map(({ row }) => row))]).toEqual([table, inOrder(kept(memory, table))]);
  }
  await Promise.all(engines.map((engine) => engine.drain()));
  await pool.end();
  await database.drop();
});

type Row = Readonly<Record<string, unknown>>;

async function register(
  engine: Engine,
  commands: DrawnCommands,
  key: ReturnType<typeof keyed> | object,
  cases: KnownCase[],
): Promise<Outcome> {
  const { guided, request } = commands.intake();
  const outcome = await engine.register({ ...request, ...key });
  if (outcome.kind === 'done') cases.push({ id: outcome.caseId, guided, step: 0, version: 1 });
  return outcome;
}

async function execute(
  engine: Engine,
  commands: DrawnCommands,
  key: ReturnType<typeof keyed> | object,
  on: KnownCase,
  cases: readonly KnownCase[],
): Promise<Outcome> {
  const { of, ...request } = commands.on(on, cases);
  const outcome = await engine.execute({ ...request, caseId: of.id, ...key });
  if (outcome.kind !== 'done') return outcome;
  of.version = outcome.version;
  if (commands.next(of)?.type === request.type) of.step += 1;
  return outcome;
}

/** To the next rung or somewhere before it, and what is due is climbed. */
async function passTime(engine: Engine, random: SeededRandom): Promise<void> {
  const next = await engine.nextRungAt();
  const now: Instant = await engine.now();
  if (next !== null && next > now) {
    const to = random.chance(0.7) ? Date.parse(next) : Date.parse(now) + Math.floor((Date.parse(next) - Date.parse(now)) * random.next());
    await engine.setManualClock(new Date(to).toISOString());
  }
  await engine.fireDue({ limit: 50 });
}

/** Groups as no engine would send them, or only one that has gone wrong. */
function spoiler(random: SeededRandom, memory: MemoryStore) {
  let before: GroupToCommit | null = null;
  const first = ({ writes }: GroupToCommit): CaseWrite | undefined => writes.find((write) => write.kind === 'write');
  const changed = (group: GroupToCommit, change: (write: CaseWrite) => Partial<CaseWrite>): GroupToCommit | null => {
    const write = first(group);
    if (write === undefined) return null;
    return { ...group, writes: group.writes.map((one) => (one === write ? { ...write, ...change(write) } : one)) };
  };
  const anyDeadline = (): string => random.pick([...memory.tables.deadlines.keys(), '00000000-0000-4000-8000-000000000000']);
  const kinds: readonly ((group: GroupToCommit) => GroupToCommit | null)[] = [
    // An old group once more: its heads have moved on, its registrations stand.
    () => before,
    (group) => ({ ...group, decidedAt: { ...group.decidedAt, manual: null } }),
    (group) => ({ ...group, decidedAt: { ...group.decidedAt, legalNow: new Date(Date.parse(memory.legalNow) + 1).toISOString() } }),
    // Only what stands has rungs: of a registration the function doesn't look at any.
    (group) =>
      changed(group, ({ pending, before: stands }) =>
        stands === null ? {} : { pending: { ...pending, rung: { deadlineId: anyDeadline(), version: random.between(1, 2) } } },
      ),
    (group) => {
      const [id, row] = random.pick([...memory.tables.cases]);
      return changed(group, () => ({ refs: [[id, random.chance(0.5) ? (row.head_hash ?? '') : 'another head']] }));
    },
    (group) => changed(group, ({ before: head }) => ({ before: head === null ? null : { ...head, headHash: 'another head' } })),
    (group) =>
      changed(group, ({ accepted, before: head }) => ({
        accepted: { ...accepted, deadlines: (head?.snapshot.open ?? []).map((open) => ({ ...open, version: open.version + 7 })) },
      })),
  ];
  return (group: GroupToCommit): GroupToCommit | null => {
    const spoiled = random.chance(0.3) && memory.tables.cases.size > 0 ? random.pick(kinds)(group) : null;
    before = group;
    // As other commands: no engine sends one twice before it knows what became of it.
    return spoiled === null
      ? null
      : { ...spoiled, writes: spoiled.writes.map((write) => ({ ...write, pending: { ...write.pending, commandId: randomUUID() } })) };
  };
}

const TABLES = {
  cases: 'select * from jiefen.cases',
  events: 'select * from jiefen.events',
  deadlines: 'select * from jiefen.deadlines',
  documents: 'select id, case_id, seq, field, digest, created_at from jiefen.documents',
  keys: 'select * from jiefen.command_keys',
  outbox: 'select topic, case_id, seq, payload, created_at from jiefen.outbox',
  wakeups: 'select at from jiefen.wakeups',
  vaults: 'select case_id from identity.case_keys',
  parties: 'select id, case_id from identity.parties',
} as const;

function mainCaseOf(context: string | null | undefined): string | null {
  return (JSON.parse(context ?? '{}') as { readonly mainCaseId?: string }).mainCaseId ?? null;
}

/** The memory's rows as the database would show them. */
function kept({ tables }: MemoryStore, table: string): readonly Row[] {
  switch (table) {
    case 'cases':
      // A trigger of the database takes it out of the context.
      return [...tables.cases.values()].map((row) => ({ ...row, main_case_id: mainCaseOf(row.context) }));
    case 'events':
      return [...tables.events.values()].flat();
    case 'deadlines':
      return [...tables.deadlines.values()].map((row) => ({ ...row, pauses: JSON.parse(row.pauses ?? '[]') as unknown }));
    case 'documents':
      return [...tables.documents.values()].map(({ cipher: _, ...row }) => row);
    case 'keys':
      return [...tables.commandKeys.values()].map(({ at, answer, ...row }) => ({
        ...row,
        created_at: at,
        answer: JSON.parse(answer ?? 'null') as unknown,
      }));
    case 'outbox':
      return tables.outbox.map(({ topic, case_id, seq, payload, created_at }) => ({
        topic,
        case_id,
        seq,
        payload: JSON.parse(payload ?? 'null') as unknown,
        created_at,
      }));
    case 'wakeups':
      return [...tables.wakeups.keys()].map((at) => ({ at }));
    case 'vaults':
      return [...tables.caseKeys.keys()].map((case_id) => ({ case_id }));
    default:
      return [...tables.parties].map(([id, case_id]) => ({ id, case_id }));
  }
}

/** In one form (instants, bytes, nothing) and one order. */
function inOrder(rows: readonly Row[]): readonly string[] {
  const form = (value: unknown): unknown => {
    if (Buffer.isBuffer(value)) return `\\x${value.toString('hex')}`;
    if (typeof value === 'string' && /^\d{4}-\d\d-\d\dT[\d:.]+(?:Z|\+00:00)$/.test(value)) return new Date(value).toISOString();
    return value ?? null;
  };
  return rows
    .map((row) =>
      JSON.stringify(
        Object.fromEntries(
          Object.keys(row)
            .sort()
            .map((name) => [name, sorted(form(row[name]))]),
        ),
      ),
    )
    .sort();
}

/** Members of objects in one order: jsonb has its own. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, member]) => [name, sorted(member)]),
  );
}
