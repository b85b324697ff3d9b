import fc from 'fast-check';
import { CASE_CLASSES, PROCEDURES } from '../case/vocabulary.ts';
import { FIXTURE_CATEGORIES, FIXTURE_PLACES, fixtureDirectory } from './city.fixture.ts';
import { rank } from './levels.ts';
import { NoUnitLeft, route } from './route.ts';
import type { Routing, RoutingInput } from './types.ts';

const directory = fixtureDirectory();
const seed = Number(process.env['FC_SEED'] ?? Date.now() % 2 ** 31);
const options = { seed, numRuns: 500 };

beforeAll(() => {
  process.stdout.write(`routing properties: seed ${String(seed)}\n`);
});

const respondent = fc.record({
  kind: fc.constantFrom('person' as const, 'organisation' as const),
  unitId: fc.option(fc.constantFrom(...directory.units().map(({ id }) => id)), { nil: null }),
});
const input: fc.Arbitrary<RoutingInput> = fc.record({
  class: fc.constantFrom(...CASE_CLASSES),
  procedure: fc.constantFrom(...PROCEDURES),
  categoryCode: fc.constantFrom(...FIXTURE_CATEGORIES),
  divisionCode: fc.constantFrom(...FIXTURE_PLACES),
  divisionCodes: fc.array(fc.constantFrom(...FIXTURE_PLACES), { maxLength: 3 }),
  respondents: fc.array(respondent, { maxLength: 3 }),
});

function outcome(given: RoutingInput): Routing | null {
  try {
    return route(given, directory);
  } catch (error) {
    if (error instanceof NoUnitLeft) return null;
    throw error;
  }
}

const holds = (check: (given: RoutingInput, routing: Routing) => void): void => {
  fc.assert(
    fc.property(input, (given) => {
      const routing = outcome(given);
      if (routing) check(given, routing);
    }),
    options,
  );
};

it('never has an excluded unit lead or assist', () => {
  holds((_, { lead, assist, excluded }) => {
    const out = new Set(excluded.map(({ unitId }) => unitId));
    expect([lead, ...assist].filter(({ unitId }) => out.has(unitId))).toEqual([]);
  });
});

it('excludes every respondent and all that is under it', () => {
  holds(({ respondents }, { excluded }) => {
    const out = new Set(excluded.map(({ unitId }) => unitId));
    for (const { unitId } of respondents) {
      if (unitId === null) continue;
      expect(out.has(unitId)).toBe(true);
      for (const lower of directory.unitsUnder(unitId)) expect(out.has(lower.id)).toBe(true);
    }
  });
});

it("never has the category's owner lead or assist below the category's lowest level", () => {
  holds(({ categoryCode }, { lead, assist, reasons }) => {
    const category = directory.category(categoryCode);
    if (!category || reasons.some(({ rule }) => rule === 'mediation' || rule === 'accused-organ' || rule === 'accused-unnamed')) return;
    for (const unit of [lead, ...assist])
      if (unit.function === category.owner) expect(rank(unit.level)).toBeGreaterThanOrEqual(rank(category.lowestLevel));
  });
});

it('never has discipline inspection below the accused', () => {
  holds(({ respondents, class: caseClass }, { lead }) => {
    if (caseClass !== 'ACCUSATION') return;
    for (const { unitId } of respondents) {
      const accused = unitId === null ? undefined : directory.unit(unitId);
      if (accused) expect(rank(lead.level)).toBeGreaterThanOrEqual(rank(accused.level));
    }
  });
});

it('gives reasons in both languages, and the same answer twice', () => {
  holds((given, routing) => {
    expect(routing.reasons.length).toBeGreaterThanOrEqual(3);
    for (const { text, textEn } of routing.reasons) expect([text === '', textEn === '']).toEqual([false, false]);
    expect(route(given, fixtureDirectory())).toEqual(routing);
  });
});
