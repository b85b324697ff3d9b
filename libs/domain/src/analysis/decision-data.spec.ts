import { PROCEDURE_DEFINITIONS } from '../definitions/procedures.ts';
import { QUIET_HOURS } from '../notices/quiet-hours.ts';
import { FIXTURE_PLACES, fixtureDirectory } from '../routing/city.fixture.ts';
import { ROUTING_TABLE } from '../routing/table.ts';
import type { RoutingRow } from '../routing/table.ts';
import { EXPLAINED_ONLY } from '../rule-packs/explained-only.ts';
import { RULE_PACKS } from '../rule-packs/packs.ts';
import type { Rule, RulePack } from '../rule-packs/rule.ts';
import { categoryFindings } from './category-findings.ts';
import { decisionDataFindings } from './decision-data.ts';
import type { Finding } from './finding.ts';
import { quietHoursFindings } from './quiet-hours-findings.ts';
import { routingFindings } from './routing-findings.ts';
import { rulePackFindings } from './rule-pack-findings.ts';

const said = (findings: readonly Finding[]): readonly string[] => findings.map(({ kind, counterexample }) => `${kind}: ${counterexample}`);

it('finds nothing wrong with the routing table, the rule packs and the quiet hours as they ship', () => {
  expect(said(decisionDataFindings())).toEqual([]);
});

describe('the routing table, with one defect planted', () => {
  const without = (rule: string): readonly RoutingRow[] => ROUTING_TABLE.filter((row) => row.rule !== rule);
  const [first] = ROUTING_TABLE;
  if (first === undefined) throw new Error('no row');

  it('a row taken away leaves a gap', () => {
    expect(said(routingFindings(without('mediation')))).toEqual([
      'gap: class CLAIM, target organ, mediation: no row answers',
      'gap: class CLAIM, target private, mediation: no row answers',
      'gap: class CLAIM, target unnamed, mediation: no row answers',
    ]);
  });

  it('a row that answers what another answers differently overlaps', () => {
    const wider: RoutingRow = {
      ...first,
      rule: 'subject',
      function: 'category-owner',
      when: { ...first.when, targets: ['organ', 'private'] },
    };
    expect(said(routingFindings([...ROUTING_TABLE, wider]))).toEqual(
      expect.arrayContaining([
        'overlap: class ACCUSATION, target organ, mediation: row 1 (accused-organ) and row 7 (subject) answer differently',
        'overlap: class ACCUSATION, target private, no mediation: row 3 (accused-private) and row 7 (subject) answer differently',
      ]),
    );
  });

  it('a row behind those that take all it fits is unreachable, and so is one that fits nothing', () => {
    const shadowed: RoutingRow = { ...first };
    const nothing: RoutingRow = { ...first, when: { ...first.when, targets: [] } };
    expect(said(routingFindings([...ROUTING_TABLE, shadowed, nothing]))).toEqual([
      'unreachable: row 7 (accused-organ): even class ACCUSATION, target organ, mediation is taken by row 1 (accused-organ)',
      'unreachable: row 8 (accused-organ): no input fits it',
    ]);
  });
});

describe('the rule packs, with one defect planted', () => {
  const changed = (id: string, change: (pack: RulePack) => Partial<RulePack>): readonly RulePack[] =>
    RULE_PACKS.map((pack) => (pack.id === id ? { ...pack, ...change(pack) } : pack));
  const rules =
    (id: string, change: (rule: Rule) => Partial<Rule>) =>
    (pack: RulePack): Partial<RulePack> => ({
      rules: pack.rules.map((rule) => (rule.id === id ? { ...rule, ...change(rule) } : rule)),
    });
  const findings = (packs: readonly RulePack[]): readonly string[] => said(decisionDataFindings(packs));

  it('days without law', () => {
    expect(findings(changed('national-2005', () => ({ effectiveTo: '2022-04-20' })))).toContain(
      'date-gap: no pack of CN is in force from 2022-04-21 until national-2022 begins on 2022-05-01',
    );
    expect(findings(changed('national-2022', () => ({ effectiveTo: '2030-12-31' })))).toContain(
      'date-gap: no pack of CN is in force from 2031-01-01 on',
    );
  });

  it('days with two laws', () => {
    expect(findings(changed('national-2005', () => ({ effectiveTo: null }))).join()).toContain('its dates overlap those of');
  });

  it('a rule that a procedure asks for', () => {
    const packs = changed('national-2022', (pack) => ({ rules: pack.rules.filter((rule) => rule.id !== 'PET-REVIEW') }));
    expect(findings(packs)).toContain('missing-rule: petition@1 asks for PET-REVIEW: CN has none on 2022-05-01');
    expect(findings(changed('national-2005', () => ({ lacks: [] })))).toContain(
      'missing-rule: petition@1 asks for PET-OBJECT: CN has none on 2005-05-01',
    );
  });

  it('the reply clock that a ladder asks for', () => {
    const packs = changed('national-2022', (pack) => ({ rules: pack.rules.filter((rule) => rule.id !== 'SUP-REPLY') }));
    expect(findings(packs)).toContain('missing-rule: national-2022 PET-HANDLE asks for SUP-REPLY: CN has none on 2022-05-01');
  });

  it('a rule that nobody asks for, and a reason that no longer holds', () => {
    const packs = changed('national-2022', (pack) => ({
      rules: [...pack.rules, ...pack.rules.slice(0, 1).map((rule) => ({ ...rule, id: 'PET-FORGOTTEN' }))],
    }));
    expect(findings(packs)).toContain('unused-rule: PET-FORGOTTEN: no procedure starts it, no ladder names it');
    const explained = (ids: readonly string[]): readonly string[] =>
      said(
        rulePackFindings({
          packs: RULE_PACKS,
          procedures: PROCEDURE_DEFINITIONS,
          explainedOnly: new Set([...Object.keys(EXPLAINED_ONLY), ...ids]),
        }),
      );
    expect(explained(['PET-HANDLE', 'PET-GONE'])).toEqual([
      'unused-rule: PET-HANDLE is said to be explained only, but a procedure starts it',
      'unused-rule: PET-GONE is said to be explained only, but no pack has it',
    ]);
  });

  it('a ladder that ends nowhere', () => {
    const packs = changed(
      'national-2022',
      rules('PET-HANDLE', ({ ladder }) => ({ ladder: ladder.slice(0, -1) })),
    );
    expect(findings(packs).join()).toContain('PET-HANDLE: its ladder ends nowhere');
  });

  it('a limit or a condition without a basis', () => {
    expect(
      findings(
        changed(
          'national-2022',
          rules('PET-FWD', () => ({ basis: { zh: '', en: '' } })),
        ),
      ).join(),
    ).toContain('PET-FWD: its basis is not in both languages');
    const bare = changed('shandong-2015', ({ conditions }) => ({
      conditions: { ...conditions, noIdenticalOpinion: { value: true, basis: { zh: '', en: '' } } },
    }));
    expect(findings(bare)).toEqual(['condition: noIdenticalOpinion has no basis']);
  });

  it('conditions that contradict the nation’s law, or that nothing meets', () => {
    const basis = { zh: '《条例》第1条', en: 'Art 1' };
    const many = changed('zhejiang-2016', () => ({
      conditions: { representatives: { value: { fewPeople: { upTo: 10, max: 3 }, max: 7 }, basis }, endGrounds: { value: [], basis } },
    }));
    expect(findings(many)).toEqual([
      'condition: endGrounds: nothing ever ends a matter',
      'condition: representatives: 10 people may have 3, more 7 (Art 20(3): at most 5)',
    ]);
  });
});

it('finds quiet hours that nobody could keep', () => {
  const [nation] = QUIET_HOURS;
  if (nation === undefined) throw new Error('no quiet hours');
  expect(said(quietHoursFindings([nation, { ...nation, from: '24:00', pass: ['case.dance'] }], ['case.urgent']))).toEqual([
    'quiet-hours: 24:00 is no time of day',
    'quiet-hours: the region has quiet hours already',
    'quiet-hours: there is no notice case.dance to let through',
  ]);
});

it('finds a category that nobody owns', () => {
  expect(said(categoryFindings(fixtureDirectory(), FIXTURE_PLACES))).toEqual([
    'gap: 080100 (科技与信息产业/电信) at 430000: no unit of no-such-function at or above the county',
  ]);
});
