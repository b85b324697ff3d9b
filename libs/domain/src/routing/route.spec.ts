import { fixtureDirectory } from './city.fixture.ts';
import { NoUnitLeft, route } from './route.ts';
import type { RoutingInput } from './types.ts';

const directory = fixtureDirectory();
const unit = (unitId: string) => ({ kind: 'organisation' as const, unitId });
const nobodyKnown = { kind: 'organisation' as const, unitId: null };

function routed(patch: Partial<RoutingInput>) {
  const routing = route(
    { class: 'CLAIM', procedure: 'petition', categoryCode: '010903', divisionCode: '430407', divisionCodes: [], respondents: [], ...patch },
    directory,
  );
  return {
    ...routing,
    leadId: routing.lead.unitId,
    assistIds: routing.assist.map(({ unitId }) => unitId),
    rules: routing.reasons.map(({ rule }) => rule),
    out: Object.fromEntries(routing.excluded.map(({ unitId, reason }) => [unitId, reason])),
  };
}

describe('routing of claims: place, subject, level', () => {
  it("goes to the owner's unit of the county", () => {
    const r = routed({});
    expect(r.lead).toEqual({
      unitId: 'housing-construction.430407',
      function: 'housing-construction',
      division: '430407',
      level: 'county',
    });
    expect(r.rules).toEqual(['place', 'subject', 'level']);
    expect(r.assist).toEqual([]);
    expect(r.excluded).toEqual([]);
  });

  it.each([
    ['430407001001', 'a village, through its township'],
    ['430407900001', 'a village that stands directly under its county'],
    ['430407001', 'a township'],
  ])('climbs from %s: %s', (divisionCode) => {
    expect(routed({ divisionCode }).leadId).toBe('housing-construction.430407');
  });

  it('stays at the level of the place when the place is higher', () => {
    expect(routed({ divisionCode: '430400' }).leadId).toBe('housing-construction.430400');
    expect(routed({ divisionCode: '430000' }).leadId).toBe('housing-construction.430000');
  });

  it("is not below the category's lowest level", () => {
    expect(routed({ categoryCode: '131104', divisionCode: '430407001' }).leadId).toBe('human-resources.430400');
  });

  it('lets a township handle what a township may', () => {
    expect(routed({ categoryCode: '800200', divisionCode: '430407001001' }).leadId).toBe('mediation-committee.430407001');
    expect(routed({ categoryCode: '800200', divisionCode: '430407' }).leadId).toBe('mediation-committee.430407');
  });

  it("names the owner's desk", () => {
    expect(routed({ categoryCode: '140302' }).desk).toBe('school-surroundings');
    expect(routed({}).desk).toBeUndefined();
  });

  it('falls back to the petition office of the place', () => {
    const r = routed({ categoryCode: '080100', divisionCode: '430407001' });
    expect(r.leadId).toBe('petition-office.430407');
    expect(r.rules).toContain('no-owner');
    expect(routed({ categoryCode: '080100', divisionCode: '430400' }).leadId).toBe('petition-office.430400');
  });

  it('treats a suggestion by place and subject too', () => {
    expect(routed({ class: 'SUGGESTION', procedure: 'suggestion' }).leadId).toBe('housing-construction.430407');
  });
});

describe('routing of several places', () => {
  it("is led by the common superior's unit and assisted by the counties", () => {
    const r = routed({ divisionCodes: ['430407', '430421'] });
    expect(r.leadId).toBe('housing-construction.430400');
    expect(r.assistIds).toEqual(['housing-construction.430407', 'housing-construction.430421']);
    expect(r.rules).toContain('several-places');
  });

  it('stays with the county when all places lie in it', () => {
    const r = routed({ divisionCode: '430407001', divisionCodes: ['430407002', '430407001'] });
    expect([r.leadId, r.assistIds]).toEqual(['housing-construction.430407', []]);
  });

  it('has nobody assist who is excluded', () => {
    const r = routed({ divisionCodes: ['430421'], respondents: [unit('housing-construction.430407')] });
    expect([r.leadId, r.assistIds]).toEqual(['housing-construction.430400', ['housing-construction.430421']]);
  });
});

describe('routing around respondents', () => {
  it('is led one level above the respondent', () => {
    const r = routed({ respondents: [unit('housing-construction.430407')] });
    expect(r.leadId).toBe('housing-construction.430400');
    expect(r.out).toEqual({ 'housing-construction.430407': 'respondent' });
    expect(r.rules).toContain('respondent');
  });

  it('is not led by what the respondent directs', () => {
    const r = routed({ respondents: [unit('housing-construction.430400')] });
    expect(r.leadId).toBe('housing-construction.430000');
    expect(r.out['housing-construction.430407']).toBe('under-respondent');
  });

  it('is left alone by a respondent of another function', () => {
    expect(routed({ respondents: [unit('education.430407')] }).leadId).toBe('housing-construction.430407');
  });

  it('goes to the petition office when nothing stands above the respondent', () => {
    const r = routed({ respondents: [unit('housing-construction.430000')] });
    expect(r.leadId).toBe('petition-office.430407');
    expect(r.rules).toContain('no-owner');
  });

  it('asks the centre when the petition offices are respondents, and gives up only when nobody is left', () => {
    expect(routed({ categoryCode: '990000', respondents: [unit('petition-office.430000')] }).leadId).toBe('governance-centre.430407');
    const all = ['petition-office', 'governance-centre', 'government-office'].map((fn) => unit(`${fn}.430000`));
    expect(() => routed({ categoryCode: '990000', respondents: all })).toThrow(NoUnitLeft);
  });
});

describe('routing of accusations', () => {
  const accusation = { class: 'ACCUSATION', procedure: 'accusation' } as const;

  it("takes an official's matter to discipline inspection of his level", () => {
    const r = routed({ ...accusation, respondents: [{ kind: 'person', unitId: 'housing-construction.430407' }] });
    expect(r.leadId).toBe('discipline.430407');
    expect(r.out).toEqual({ 'housing-construction.430407': 'respondent', 'housing-construction.430400': 'superior-of-respondent' });
    expect(r.rules).toContain('accused-organ');
  });

  it("follows the accused's level and place, not the problem's", () => {
    expect(routed({ ...accusation, respondents: [unit('education.430400')] }).leadId).toBe('discipline.430400');
    expect(routed({ ...accusation, respondents: [unit('education.430421')] }).leadId).toBe('discipline.430421');
    expect(routed({ ...accusation, respondents: [unit('mediation-committee.430407001')] }).leadId).toBe('discipline.430407');
    expect(routed({ ...accusation, respondents: [unit('education.430407'), unit('education.430421')] }).leadId).toBe('discipline.430400');
  });

  it('excludes what is under the accused', () => {
    const { out } = routed({ ...accusation, respondents: [unit('education.430400')] });
    expect(out).toEqual({
      'education.430400': 'respondent',
      'education.430407': 'under-respondent',
      'education.430421': 'under-respondent',
      'education.430000': 'superior-of-respondent',
    });
  });

  it('takes an accused discipline unit to the next level', () => {
    const r = routed({ ...accusation, respondents: [unit('discipline.430407')] });
    expect([r.leadId, r.out]).toEqual(['discipline.430400', { 'discipline.430407': 'respondent' }]);
    expect(routed({ ...accusation, respondents: [unit('discipline.430400'), unit('education.430407')] }).leadId).toBe('discipline.430000');
    const top = routed({ ...accusation, respondents: [unit('discipline.430000'), unit('education.430407')] });
    expect([top.leadId, top.rules.at(-1)]).toEqual(['petition-office.430000', 'no-owner']);
  });

  it('takes an enterprise or person to the owner of the matter, without assistance', () => {
    const r = routed({ ...accusation, respondents: [nobodyKnown], divisionCodes: ['430421'] });
    expect([r.leadId, r.assistIds]).toEqual(['housing-construction.430400', []]);
    expect(routed({ ...accusation, respondents: [nobodyKnown] }).leadId).toBe('housing-construction.430407');
  });

  it('takes an accusation of nobody named to discipline inspection of the place', () => {
    expect(routed({ ...accusation, divisionCode: '430407001' }).leadId).toBe('discipline.430407');
    expect(routed({ ...accusation, divisionCode: '430400' }).leadId).toBe('discipline.430400');
  });
});

describe('routing of mediation', () => {
  it("goes to the township's committee, else the county's", () => {
    const mediation = { procedure: 'mediation', categoryCode: '010903' } as const;
    expect(routed({ ...mediation, divisionCode: '430407001001' }).leadId).toBe('mediation-committee.430407001');
    expect(routed({ ...mediation, divisionCode: '430407900001' }).leadId).toBe('mediation-committee.430407');
    expect(routed({ ...mediation, divisionCode: '430407001', respondents: [unit('mediation-committee.430407001')] }).leadId).toBe(
      'mediation-committee.430407',
    );
  });
});

it('refuses codes that the directory does not know', () => {
  expect(() => routed({ categoryCode: '999999' })).toThrow('no category 999999');
  expect(() => routed({ divisionCodes: ['999999'] })).toThrow('no division 999999');
});
