import { fixtureDirectory } from './city.fixture.ts';
import { route } from './route.ts';
import { rulingFindings, rulingFor } from './rulings.ts';
import type { RoutingRuling } from './rulings.ts';

const directory = fixtureDirectory();
const ruling = (patch: Partial<RoutingRuling> = {}): RoutingRuling => ({
  id: 'ruling',
  categoryCode: '010903',
  divisionCode: '430407',
  function: 'education',
  ...patch,
});
const input = {
  class: 'CLAIM',
  procedure: 'petition',
  categoryCode: '010903',
  divisionCode: '430407',
  divisionCodes: [],
  respondents: [],
} as const;

it('a ruling taken up is who leads there and below, with its reason; elsewhere the category’s owner is', () => {
  const ruled = { ...directory, ruling: (code: string, path: readonly string[]) => rulingFor([ruling()], code, path) };
  const routing = route(input, ruled);
  expect(routing.lead.unitId).toBe('education.430407');
  expect(routing.reasons.map(({ rule }) => rule)).toContain('ruling');
  expect(route({ ...input, divisionCode: '430400' }, ruled).lead.function).toBe('housing-construction');
  expect(route({ ...input, categoryCode: '140302' }, ruled).lead.function).toBe('education');
});

it('the nearest place decides', () => {
  const [city, county] = [ruling({ divisionCode: '430400', function: 'justice' }), ruling()];
  expect(rulingFor([city, county], '010903', ['430407', '430400'])?.function).toBe('education');
  expect(rulingFor([city, county], '010903', ['430408', '430400'])?.function).toBe('justice');
  expect(rulingFor([city, county], '990000', ['430407', '430400'])).toBeUndefined();
});

it('finds what speaks against a ruling: overlap, gap, and what says nothing new', () => {
  const kinds = (draft: RoutingRuling, accepted: readonly RoutingRuling[] = []): readonly string[] =>
    rulingFindings(draft, accepted, directory).map(({ kind }) => kind);
  expect(kinds(ruling())).toEqual([]);
  expect(kinds(ruling(), [ruling({ id: 'other', function: 'justice' })])).toEqual(['overlap']);
  expect(kinds(ruling({ function: 'astronomy' }))).toEqual(['gap']);
  expect(kinds(ruling({ function: 'housing-construction' }))).toEqual(['unreachable']);
  expect(kinds(ruling({ categoryCode: '000000' }))).toEqual(['gap']);
});
