import type { Instant } from '../case/deadline.ts';
import type { CaseSnapshot } from '../case/snapshot.ts';
import { at, CLERK, CLERK2, COMMITTEE, Desk, ENV, HANDLER, HEAD, HOUSING, MEDIATOR, registration, SIDES } from '../decide/case.fixture.ts';
import { openCase, options } from '../decide/index.ts';
import { final, NOW, OPINION } from '../decide/petition-steps.fixture.ts';
import { explainDeadline } from '../deadlines/index.ts';
import type { ExplainResult } from '../deadlines/index.ts';
import { conditionsFor, mostRepresentatives } from './conditions.ts';
import { findRule } from './find-rule.ts';
import { NATIONAL_PACKS } from './national-packs.ts';
import { RULE_PACKS } from './packs.ts';

const HANGZHOU = '330106';
const JINAN = '370102';
const SHANGHAI = '310101';
const HERE = '430407';

const explain = (region: string, rule: string, extensionDays = 0, triggerAt: Instant = NOW): ExplainResult =>
  explainDeadline({ rule, region, triggerAt, ...(extensionDays === 0 ? {} : { extensionDays }) }, ENV);
const due = (region: string, rule: string, extensionDays = 0): string => {
  const result = explain(region, rule, extensionDays);
  return result.ok ? `${result.explanation.dueDate} ${result.explanation.rulePack}` : result.code;
};

/** A case that lies in another province: the law follows the place. */
function moved(desk: Desk, region: string): Desk {
  desk.snapshot = { ...desk.snapshot, context: { ...desk.context, divisionCode: region } };
  return desk;
}
const at330 = (desk: Desk): Desk => moved(desk, HANGZHOU);
const handlingIn = (region: string): Desk =>
  moved(Desk.open({}, NOW), region).send('FORWARD', CLERK, NOW, { unitId: HOUSING }).send('ACCEPT', HANDLER, NOW);

describe('limits by region (rules 1.12)', () => {
  it.each([
    // 2026-03-06 is a Friday: five working days end on 03-13, fifteen days on 03-21, a Saturday, so on 03-23.
    ['330000', 'PET-FWD', '2026-03-13 zhejiang-2016'],
    ['330000', 'PET-NOTICE-FWD', '2026-03-13 zhejiang-2016'],
    ['330000', 'PET-NOTICE-DIRECT', '2026-03-13 zhejiang-2016'],
    ['330000', 'PET-HANDLE', '2026-04-07 zhejiang-2016'],
    ['330000', 'PET-REVIEW', '2026-04-07 national-2022'],
    ['370000', 'PET-FWD', '2026-03-23 shandong-2015'],
    ['370000', 'PET-HANDLE', '2026-05-06 shandong-2015'],
    ['370000', 'PET-REVIEW-ACCEPT', '2026-03-11 shandong-2015'],
    ['370000', 'PET-RECHECK-ACCEPT', '2026-03-11 shandong-2015'],
    ['370000', 'PET-SUGG-FEEDBACK', '2026-04-07 shandong-2015'],
    ['310000', 'PET-SUGG-FEEDBACK', '2026-04-07 shanghai-2018'],
    ['310000', 'PET-FWD', '2026-03-23 national-2022'],
    ['430000', 'PET-FWD', '2026-03-23 national-2022'],
    ['430000', 'PET-HANDLE', '2026-05-06 national-2022'],
    ['430000', 'PET-REVIEW-ACCEPT', 'deadline.unknown_rule'],
  ])('%s %s is due %s', (region, rule, expected) => {
    expect(due(region, rule)).toBe(expected);
  });

  it('extends the handling by up to sixty days in Zhejiang, by thirty elsewhere', () => {
    expect(due('330000', 'PET-HANDLE', 60)).toBe('2026-06-04 zhejiang-2016');
    expect(due('330000', 'PET-HANDLE', 61)).toBe('deadline.not_extendable');
    for (const region of ['370000', '310000', '430000']) expect(due(region, 'PET-HANDLE', 31)).toBe('deadline.not_extendable');
  });

  it('says that they predate 2022, in both languages; the nation’s say nothing', () => {
    for (const region of ['330000', '370000']) {
      const result = explain(region, 'PET-FWD');
      expect(result).toMatchObject({ ok: true, explanation: { rulePackStatus: { code: 'predates-2022' } } });
    }
    const national = explain('430000', 'PET-FWD');
    expect(national.ok && 'rulePackStatus' in national.explanation).toBe(false);
    for (const pack of RULE_PACKS.filter((one) => one.status?.code === 'predates-2022'))
      expect(pack.rules.map((rule) => [rule.id, rule.confidence, rule.basis.zh.startsWith('《')])).toEqual(
        pack.rules.map((rule) => [rule.id, 'T-older', true]),
      );
  });

  // Thirty days end on 04-05, in the days of Qingming, so on 04-07; so does a month; thirty working days on 04-20.
  it.each([
    ['440300', 'people', 'MED-PEOPLE', '2026-04-07', 'shenzhen-2022'],
    ['440100', 'people', 'MED-PEOPLE', '2026-04-07', 'national-2022'],
    // The State Council's article speaks of this dispute alone; the city's general one names it nowhere.
    ['440300', 'medical', 'MED-MEDICAL', '2026-04-20', 'national-2022'],
  ])('mediates in %s a dispute of kind %s by %s until %s', (region, kind, rule, dueDate, rulePack) => {
    const application = { mediation: { kind, application: 'written' }, categoryCode: '800100', parties: SIDES };
    const desk = moved(Desk.open(application, NOW), region)
      .send('FORWARD', CLERK, NOW, { unitId: COMMITTEE })
      .send('ACCEPT', MEDIATOR, NOW);
    expect(desk.armed(rule)).toMatchObject({ dueDate, rulePack });
  });

  it('begin with their own dates: before them the nation’s law stands', () => {
    expect(findRule(RULE_PACKS, HANGZHOU, '2016-12-31', 'PET-FWD')?.pack.id).toBe('national-2005');
    expect(findRule(RULE_PACKS, HANGZHOU, '2017-01-01', 'PET-FWD')?.pack.id).toBe('zhejiang-2016');
    expect(findRule(RULE_PACKS, '370000', '2015-12-31', 'PET-FWD')?.pack.id).toBe('national-2005');
  });

  it('leave every other place as it was, rule for rule', () => {
    for (const region of [HERE, '430000', '110000', 'CN']) {
      for (const date of ['2010-03-06', '2022-04-30', '2022-05-01', '2026-03-06']) {
        const ids = new Set(RULE_PACKS.flatMap((pack) => pack.rules.map((rule) => rule.id)));
        for (const id of ids) expect(findRule(RULE_PACKS, region, date, id)).toEqual(findRule(NATIONAL_PACKS, region, date, id));
        expect(conditionsFor(RULE_PACKS, region, date)).toEqual(conditionsFor(NATIONAL_PACKS, region, date));
      }
    }
  });
});

describe('a case in each region', () => {
  it('is armed by the law of its place', () => {
    const rows = (region: string): readonly string[] =>
      handlingIn(region)
        .snapshot.open.filter((one) => one.rule === 'PET-HANDLE')
        .map((one) => `${one.rulePack} ${one.dueDate}`);
    expect([HERE, HANGZHOU, JINAN, SHANGHAI].map(rows)).toEqual([
      ['national-2022 2026-05-06'],
      ['zhejiang-2016 2026-04-07'],
      ['shandong-2015 2026-05-06'],
      ['national-2022 2026-05-06'],
    ]);
  });

  it('is extended within what its place allows', () => {
    const later = at('2026-03-20');
    expect(handlingIn(HANGZHOU).send('EXTEND', HEAD, later, { days: 60, reason: 'x' }).armed('PET-HANDLE')?.dueDate).toBe('2026-06-04');
    for (const [region, days] of [
      [HANGZHOU, 61],
      [HERE, 31],
      [JINAN, 31],
      [SHANGHAI, 31],
    ] as const)
      expect(handlingIn(region).refuses('EXTEND', HEAD, later, { days, reason: 'x' })).toMatchObject({ kind: 'invalid', field: 'days' });
    expect(options(handlingIn(HANGZHOU).snapshot, HEAD, later, ENV).allowed.map((one) => one.type)).toContain('EXTEND');
  });

  it.each([
    [HANGZHOU, 10, 3, 3],
    [HANGZHOU, 11, 5, 5],
    [HERE, 10, 5, 5],
    [JINAN, 10, 5, 5],
  ])('in %s %i people choose up to %i representatives', (region, headcount, most) => {
    const register = (representatives: number): boolean => {
      const command = registration({}, NOW);
      const parties = Array.from({ length: representatives }, (_, i) => ({
        id: `party-${String(i)}`,
        role: 'representative' as const,
        kind: 'person' as const,
        unitId: null,
      }));
      return openCase({ ...command, payload: { ...command.payload, divisionCode: region, headcount, parties } }, ENV).ok;
    };
    expect(register(most)).toBe(true);
    // Five is everybody's limit, kept by the contract before the domain is asked.
    if (region === HANGZHOU) expect(register(most + 1)).toBe(false);
  });

  it('knows the numbers of Zhejiang Art 15 exactly', () => {
    const law = conditionsFor(RULE_PACKS, HANGZHOU, '2026-03-06');
    expect([1, 10, 11, 200].map((people) => mostRepresentatives(law, people)?.value)).toEqual([3, 3, 5, 5]);
    expect(mostRepresentatives(conditionsFor(RULE_PACKS, HERE, '2026-03-06'), 10)).toBeNull();
  });

  it('may not repeat a revoked opinion in Shandong (Art 45)', () => {
    const revoked = (region: string): Desk => {
      const desk = handlingIn(region);
      desk.snapshot = { ...desk.snapshot, context: { ...desk.context, memo: { ...desk.context.memo, round: 1 } } };
      return desk;
    };
    const again = { ...OPINION, identical: true };
    expect(revoked(JINAN).refuses('ISSUE_OPINION', HANDLER, NOW, again)).toMatchObject({
      kind: 'refused',
      basis: '《山东省信访条例》第45条',
    });
    expect(revoked(JINAN).send('ISSUE_OPINION', HANDLER, NOW, OPINION).state).toBe('answered');
    expect(handlingIn(JINAN).send('ISSUE_OPINION', HANDLER, NOW, again).state).toBe('answered');
    expect(revoked(HERE).send('ISSUE_OPINION', HANDLER, NOW, again).state).toBe('answered');
  });
});

describe('what ends a matter by region', () => {
  const prior = (state: string, memo: object): Desk => {
    const desk = Desk.open({}, NOW);
    desk.snapshot = { ...desk.snapshot, state, context: { ...desk.context, memo: { ...memo } } } satisfies CaseSnapshot;
    return desk;
  };
  const PRIORS = {
    recheck: (): Desk => final(),
    lapsed: (): Desk => prior('concluded', { concludedFrom: 'served' }),
    agreed: (): Desk => prior('settled', {}),
    performed: (): Desk => prior('settled', { visits: ['solved'] }),
    running: (): Desk => prior('handling', {}),
  } as const;

  it.each([
    [HERE, ['recheck']],
    [HANGZHOU, ['recheck', 'lapsed', 'performed']],
    [JINAN, ['recheck', 'lapsed', 'agreed', 'performed']],
    [SHANGHAI, ['recheck']],
  ])('%s: %s', (region, grounds) => {
    const accepted = Object.entries(PRIORS).flatMap(([name, of]) => {
      const earlier = of();
      const desk = moved(Desk.open({}, NOW), region);
      const payload = { priorCaseId: earlier.context.caseId, comparison: 'x' };
      try {
        return desk.send('NO_LONGER_ACCEPT', CLERK, NOW, payload, [earlier]).state === 'ending-proposed' ? [name] : [];
      } catch {
        return [];
      }
    });
    expect(accepted).toEqual(grounds);
  });

  it('still waits for a second person', () => {
    const earlier = PRIORS.lapsed();
    const payload = { priorCaseId: earlier.context.caseId, comparison: 'x' };
    const desk = at330(Desk.open({}, NOW)).send('NO_LONGER_ACCEPT', CLERK, NOW, payload, [earlier]);
    expect(desk.refuses('CONFIRM', CLERK, NOW).kind).toBe('forbidden');
    expect(desk.send('CONFIRM', CLERK2, NOW).state).toBe('ended');
  });
});
