import fc from 'fast-check';
import type { Actor, CaseContext } from '../case/snapshot.ts';
import type { MediationRecord } from '../case/mediation.ts';
import { ROLES } from '../case/vocabulary.ts';
import { CENTRE, COMMITTEE, Desk, HOUSING, PETITIONER, SIDES } from '../decide/case.fixture.ts';
import { newMediation } from '../mediation/record.ts';
import { paperAccess } from './papers.ts';

const seed = Number(process.env['FC_SEED'] ?? Date.now() % 2 ** 31);
const WOMEN = 'womens-federation.430407';
const FIRST = Desk.open({ mediation: { kind: 'medical', application: 'oral' }, parties: SIDES }).context;
const FIELDS = ['title', 'narrative', 'minutes', 'statement', 'finding', 'facts', 'content', 'record', 'note', 'caucusNote'] as const;
const SAID = ['minutes', 'statement', 'finding', 'facts', 'content', 'record'];

const user = fc.constantFrom('a', 'b', 'c');
const unit = fc.constantFrom(COMMITTEE, CENTRE, HOUSING, WOMEN);
const reader: fc.Arbitrary<Actor> = fc
  .record({ userId: user, roles: fc.uniqueArray(fc.constantFrom(...ROLES), { minLength: 1, maxLength: 3 }), unitId: unit })
  .map(({ userId, roles, unitId }) => ({ userId, role: roles[0] ?? 'clerk', roles, unitId, division: '430407' }))
  .filter((one) => one.role !== 'petitioner');
const drawn = fc.record({
  openness: fc.constantFrom('open' as const, 'closed' as const),
  mediators: fc.uniqueArray(user, { maxLength: 2 }),
  recused: fc.uniqueArray(user, { maxLength: 1 }),
  team: fc.boolean(),
  side: fc.constantFrom('party-1', 'party-2'),
});

interface World {
  readonly context: CaseContext;
  readonly record: MediationRecord;
}

const world = drawn.map(({ openness, mediators, recused, team, side }): World => {
  const record: MediationRecord = {
    ...newMediation({ kind: 'medical' }),
    openness,
    mediators: mediators.map((userId) => ({ userId, chosenBy: 'body' })),
    team: team ? [{ seat: 'womens-federation', unitId: WOMEN }] : [],
    caucuses: [{ documentId: 'caucus', partyId: side }],
  };
  return { record, context: { ...FIRST, holderUnitId: COMMITTEE, recusedUsers: recused, memo: { mediation: record } } };
});

beforeAll(() => {
  process.stdout.write(`papers of mediations: seed ${String(seed)}\n`);
});

it('shows a note of a talk with one side to the mediators of the case and to nobody else on any unit’s staff', () => {
  fc.assert(
    fc.property(world, reader, ({ context, record }, who) => {
      const mediates = record.mediators.some((one) => one.userId === who.userId) && !context.recusedUsers.includes(who.userId ?? '');
      expect(paperAccess(context, who, { id: 'caucus', field: 'caucusNote' })).toBe(mediates ? 'text' : 'hidden');
    }),
    { seed, numRuns: 500 },
  );
});

it('shows it to the petitioner where it is of his own side, and never of the other', () => {
  fc.assert(
    fc.property(world, ({ context, record }) => {
      const own = record.caucuses[0]?.partyId === 'party-1';
      expect(paperAccess(context, PETITIONER, { id: 'caucus', field: 'caucusNote' })).toBe(own ? 'text' : 'hidden');
    }),
    { seed, numRuns: 100 },
  );
});

it('keeps what was said behind closed doors with those who sat there, and hides nothing of an open one', () => {
  fc.assert(
    fc.property(world, reader, fc.constantFrom(...FIELDS), ({ context, record }, who, field) => {
      const access = paperAccess(context, who, { id: 'another', field });
      if (record.openness === 'open' || !SAID.includes(field)) {
        expect(access).toBe('text');
        return;
      }
      const works = (...roles: readonly string[]): boolean => who.roles.some((one) => roles.includes(one));
      const sat =
        record.mediators.some((one) => one.userId === who.userId) ||
        (who.unitId === COMMITTEE && works('handler', 'head', 'mediator')) ||
        (who.unitId === WOMEN && record.team.length > 0 && works('handler', 'head'));
      expect(access).toBe(sat && !context.recusedUsers.includes(who.userId ?? '') ? 'text' : 'withheld');
    }),
    { seed, numRuns: 1_000 },
  );
});

it('changes nothing about the papers of other procedures', () => {
  const petition = Desk.open().context;
  for (const field of FIELDS) expect(paperAccess(petition, PETITIONER, { id: 'any', field })).toBe('text');
});
