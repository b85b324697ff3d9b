import { knowledge, projectCase, ROLES } from '#libs/domain';
import type { Actor, CaseContext, CaseSnapshot, Role } from '#libs/domain';
import { visibleCases } from '#libs/persistence';
import { SeededRandom } from '../../support/seeded-random.ts';
import { TestPostgres } from '../../support/test-postgres.ts';
import type { TestDatabase } from '../../support/test-postgres.ts';

const SEED = Number(process.env['SEED'] ?? Date.now() % 1_000_000);
const random = new SeededRandom(SEED);
const pick = <T>(values: readonly T[]): T => random.pick(values);
const some = <T>(values: readonly T[], share: number): T[] => values.filter(() => random.chance(share));
const id = (kind: number, n: number): string => `0000000${String(kind)}-0000-7000-8000-${n.toString(16).padStart(12, '0')}`;

const UNITS = Array.from({ length: 6 }, (_, n) => id(1, n));
const USERS = Array.from({ length: 5 }, (_, n) => id(2, n));
const PATHS = [
  ['430407', '430400', '430000'],
  ['430407001', '430407', '430400', '430000'],
  ['430421', '430400', '430000'],
  ['430400', '430000'],
];
const CASES = 250;
/** So many of them stand for themselves. */
const OWN = 200;
const OWN_NUMBERS = Array.from({ length: OWN }, (_, n) => n);
const PEOPLE = 250;

function context(n: number): CaseContext {
  const divisionPath = pick(PATHS);
  const sealed = random.chance(0.5);
  const centreUnitId = UNITS[0] as string;
  const hops = random.chance(0.5)
    ? []
    : [{ kind: 'FORWARD' as const, from: centreUnitId, to: pick(UNITS), at: '2026-01-05T01:00:00.000Z', objected: false }];
  return {
    caseId: id(3, n),
    class: sealed ? 'ACCUSATION' : 'CLAIM',
    route: sealed ? null : 'PETITION',
    categoryCode: '990000',
    divisionCode: divisionPath[0] as string,
    divisionCodes: [],
    divisionPath,
    receivedAt: '2026-01-05T01:00:00.000Z',
    registeredAt: '2026-01-05T01:00:00.000Z',
    registeredBy: { userId: random.chance(0.7) ? pick(USERS) : null, unitId: random.chance(0.8) ? pick(UNITS) : null, role: 'clerk' },
    centreUnitId,
    direct: false,
    confidential: false,
    urgent: false,
    sealed,
    holderUnitId: pick(UNITS),
    earlierHolders: some(UNITS, 0.2),
    assisting: some(UNITS, 0.1),
    leadUnitId: pick(UNITS),
    assistPlanned: [],
    excluded: some(UNITS, 0.15).map((unitId) => ({ unitId, reason: 'respondent' })),
    recusedUsers: [],
    parties: [],
    hops,
    firstUnitId: null,
    handledBy: [],
    // A record that belongs to some earlier case of its own.
    ...(n >= OWN && !sealed ? { mainCaseId: id(3, pick(OWN_NUMBERS)) } : {}),
    memo: random.chance(0.2) ? { keeper: pick(USERS) } : {},
  };
}

function person(): Actor {
  const roles: Role[] = some(ROLES, 0.2);
  const held = roles.length === 0 ? [pick(ROLES)] : roles;
  const unitId = random.chance(0.9) ? pick(UNITS) : null;
  return { userId: pick(USERS), role: held[0] as Role, roles: held, unitId, division: unitId === null ? null : pick(PATHS.flat()) };
}

/** The row as the engine writes it, as far as the predicate can see it. */
function rowOf(snapshot: CaseSnapshot, n: number): Record<string, unknown> {
  const projected = projectCase(snapshot);
  return {
    id: snapshot.context.caseId,
    case_no: String(n),
    query_hash: `\\x${n.toString(16).padStart(64, '0')}`,
    procedure: snapshot.procedure,
    procedure_version: 1,
    state: snapshot.state,
    version: 1,
    seq: 1,
    head_hash: '',
    last_at: snapshot.context.receivedAt,
    context: JSON.stringify(snapshot.context),
    open_deadlines: '[]',
    class: projected.class,
    route: projected.route,
    sealed: projected.sealed,
    title: '',
    category_code: '990000',
    division_code: projected.divisionCode,
    county_code: projected.countyCode,
    city_code: projected.cityCode,
    province_code: projected.provinceCode,
    holder_unit_id: projected.holderUnitId,
    lead_unit_id: projected.leadUnitId,
    viewer_unit_ids: projected.viewerUnitIds,
    keeper_user_id: projected.keeperUserId,
    channel: 'visit',
    headcount: 1,
    urgent: false,
    confidential: false,
    received_at: snapshot.context.receivedAt,
    registered_at: snapshot.context.receivedAt,
    overdue: false,
    recorded_at: snapshot.context.receivedAt,
  };
}

let server: TestPostgres;
let database: TestDatabase;
beforeAll(async () => {
  process.stdout.write(`visible-cases: SEED=${String(SEED)}\n`);
  server = await TestPostgres.start();
  database = await server.database();
}, 120_000);
afterAll(async () => {
  await database.drop();
  await server.stop();
}, 60_000);

it('the lists’ condition and the policy agree on every person and every case', async () => {
  const snapshots = Array.from({ length: CASES }, (_, n): CaseSnapshot => {
    const of = context(n);
    return { procedure: of.sealed ? 'accusation' : 'petition', procedureVersion: 1, state: 'registered', context: of, open: [] };
  });
  await database.owner.query('insert into jiefen.cases select * from jsonb_populate_recordset(null::jiefen.cases, $1)', [
    JSON.stringify(snapshots.map(rowOf)),
  ]);
  const byId = new Map(snapshots.map(({ context: of }) => [of.caseId, of]));
  const knows = (of: CaseContext, viewer: Actor): boolean => {
    if (knowledge(of, viewer) === 'none' || of.mainCaseId === undefined) return knowledge(of, viewer) !== 'none';
    const main = byId.get(of.mainCaseId);
    return main !== undefined && !main.sealed && knowledge(main, viewer) !== 'none';
  };
  let seen = 0;
  for (let n = 0; n < PEOPLE; n++) {
    const viewer = person();
    const { sql, values } = visibleCases(viewer, 1);
    const { rows } = await database.owner.query<{ id: string }>(`select c.id from jiefen.cases c where ${sql} order by c.id`, [...values]);
    const expected = snapshots.filter(({ context: of }) => knows(of, viewer)).map(({ context: of }) => of.caseId);
    expect({ viewer, cases: rows.map((row) => row.id) }).toEqual({ viewer, cases: expected.sort() });
    seen += rows.length;
  }
  // A comparison of nothing with nothing would prove nothing.
  expect(seen).toBeGreaterThan(PEOPLE);
}, 120_000);
