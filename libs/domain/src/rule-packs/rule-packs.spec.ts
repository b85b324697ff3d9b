import { findRule, ruleOf, rulePackFor } from './find-rule.ts';
import { rulePack } from './complete-pack.ts';
import { NATIONAL_PACKS } from './national-packs.ts';
import { RULE_PACKS } from './packs.ts';
import type { Rule, RulePack, Rung } from './rule.ts';
import { rulePackMistakes } from './rule-pack-mistakes.ts';

const CATALOGUE = [
  'PET-FWD',
  'PET-NOTICE-DIRECT',
  'PET-NOTICE-FWD',
  'PET-OBJECT',
  'PET-ASSIGN',
  'PET-HANDLE',
  'PET-EXT',
  'PET-REVIEW-REQ',
  'PET-REVIEW',
  'PET-RECHECK-REQ',
  'PET-RECHECK',
  'PET-SIMPLE',
  'PET-SUGG-FEEDBACK',
  'MED-PEOPLE',
  'MED-LABOUR',
  'MED-MEDICAL',
  'MED-MEDICAL-ACCEPT',
  'MED-MEDICAL-ADMIN',
  'MED-PRETRIAL',
  'MED-ENTRUSTED',
  'MED-ENTRUSTED-SUMMARY',
  'MED-ADMIN',
  'MED-ACCEPT',
  'MED-PICK',
  'MED-APPOINT',
  'MED-CONFIRM',
  'MED-CONTACT',
  'MED-NOTICE',
  'MED-PERFORM',
  'MED-RECEIPT',
  'JC-APPLY',
  'JC-DECIDE',
  'LAB-ARB',
  'RECON-APPLY',
  'LAB-APPLY',
  'LAB-ACCEPT',
  'LAB-DEFENCE',
  'LAB-SUE',
  'LAND-ACCEPT',
  'LAND-DEFENCE',
  'LAND-SUE',
  'RECON-EXAMINE',
  'LAND-ARB',
  'RECON-DECIDE',
  'RECON-SUMMARY',
  'INFO-REPLY',
  'ACC-RECEIPT',
  'ACC-TOLD',
  'HOT-DISPATCH',
  'HOT-SIGN',
  'HOT-RETURN',
  'HOT-DO',
  'HOT-EXT',
  'HOT-CALLBACK',
  'HOT-RECEIPT',
  'HOT-INBOUND',
  'JM-CONVENE',
  'JM-HOLD',
  'JM-RESOLUTION',
  'JM-CHECK',
  'JUR-AGREE',
  'JUR-RULE',
  'DUTY-TAKE',
  'RECEPT-CITY',
  'RECEPT-COUNTY',
  'RECEPT-REGULAR',
  'RECEPT-PROVINCE',
  'RECEPT-PUBLISH',
  'RECEPT-HOLD',
  'URG-RESPOND',
  'URG-ASSEMBLE',
  'URG-ACT',
  'URG-OWN',
  'URG-UP',
  'URG-NATIONAL',
  'URG-RECEIPT',
  'LEAD-TAKE',
  'LEAD-REPORT',
  'LEAD-TERM',
  'LEAD-BACKLOG',
  'REFILED-WITHIN',
  'CTR-SIMPLE',
  'CTR-ORD',
  'CTR-COMPLEX',
  'PET-SERVE',
  'PET-REDO',
  'SUP-REPLY',
  'SUP-ANSWER',
  'SUP-RECTIFY',
  'SUP-WARN',
  'SUP-ORDER',
  'SUGG-FOLLOW',
  'VISIT-DRAWN',
  'RECT-REPLY',
  'RECT-CHECK',
  'RECT-PUBLISH',
];

const at = (id: string, date = '2026-03-06'): Rule => {
  const found = findRule(RULE_PACKS, '430000', date, id);
  if (found === undefined) throw new Error(`no ${id} on ${date}`);
  return found.rule;
};
const steps = (rule: Rule): string => rule.ladder.map((rung) => rung.step).join(' ');

describe('the rule packs', () => {
  it('are sound', () => {
    expect(rulePackMistakes(RULE_PACKS)).toEqual([]);
  });

  it('have every row of the catalogue', () => {
    const rules = rulePackFor(RULE_PACKS, 'CN', '2026-03-06').rules.map((rule) => rule.id);
    expect([...rules].sort()).toEqual([...CATALOGUE].sort());
  });

  it.each([
    ['PET-FWD', 15, 'cd'],
    ['PET-OBJECT', 5, 'wd'],
    ['PET-HANDLE', 60, 'cd'],
    ['PET-RECHECK', 30, 'cd'],
    ['PET-SIMPLE', 10, 'wd'],
    ['MED-PEOPLE', 1, 'month'],
    ['MED-MEDICAL', 30, 'wd'],
    ['MED-MEDICAL-ACCEPT', 5, 'wd'],
    ['MED-MEDICAL-ADMIN', 30, 'wd'],
    ['MED-LABOUR', 15, 'cd'],
    ['MED-PRETRIAL', 30, 'cd'],
    ['MED-ENTRUSTED', 15, 'cd'],
    ['MED-ENTRUSTED-SUMMARY', 7, 'cd'],
    ['MED-ADMIN', 20, 'wd'],
    ['MED-ACCEPT', 5, 'wd'],
    ['MED-PICK', 2, 'wd'],
    ['MED-APPOINT', 3, 'wd'],
    ['MED-CONFIRM', 3, 'wd'],
    ['MED-CONTACT', 3, 'wd'],
    ['MED-NOTICE', 5, 'wd'],
    ['MED-PERFORM', 0, 'set-by-person'],
    ['MED-RECEIPT', 3, 'wd'],
    ['JC-APPLY', 30, 'cd'],
    ['JC-DECIDE', 15, 'cd'],
    ['LAB-ARB', 45, 'cd'],
    ['LAB-APPLY', 12, 'month'],
    ['LAB-ACCEPT', 5, 'cd'],
    ['LAB-DEFENCE', 10, 'cd'],
    ['LAB-SUE', 15, 'cd'],
    ['LAND-ACCEPT', 5, 'wd'],
    ['LAND-DEFENCE', 10, 'cd'],
    ['LAND-SUE', 30, 'cd'],
    ['RECON-EXAMINE', 5, 'wd'],
    ['LAND-ARB', 60, 'cd'],
    ['RECON-DECIDE', 60, 'cd'],
    ['RECON-SUMMARY', 30, 'cd'],
    ['INFO-REPLY', 20, 'wd'],
    ['ACC-RECEIPT', 5, 'wd'],
    ['ACC-TOLD', 5, 'wd'],
    ['HOT-SIGN', 1, 'wd'],
    ['HOT-RETURN', 2, 'wd'],
    ['HOT-DO', 5, 'wd'],
    ['HOT-CALLBACK', 1, 'wd'],
    ['HOT-INBOUND', 1, 'wd'],
    ['JM-CONVENE', 10, 'wd'],
    ['JM-HOLD', 0, 'set-by-person'],
    ['JM-RESOLUTION', 0, 'set-by-person'],
    ['JM-CHECK', 5, 'wd'],
    ['JUR-AGREE', 5, 'wd'],
    ['JUR-RULE', 10, 'wd'],
    ['DUTY-TAKE', 15, 'minute'],
    ['RECEPT-CITY', 3, 'month'],
    ['RECEPT-COUNTY', 1, 'month'],
    ['RECEPT-REGULAR', 3, 'month'],
    ['RECEPT-PROVINCE', 6, 'month'],
    ['RECEPT-PUBLISH', 0, 'set-by-person'],
    ['RECEPT-HOLD', 0, 'set-by-person'],
    ['URG-RESPOND', 1, 'minute'],
    ['URG-ASSEMBLE', 3, 'minute'],
    ['URG-ACT', 5, 'minute'],
    ['URG-OWN', 30, 'minute'],
    ['URG-UP', 120, 'minute'],
    ['URG-NATIONAL', 120, 'minute'],
    ['URG-RECEIPT', 30, 'minute'],
    ['LEAD-TAKE', 3, 'wd'],
    ['LEAD-REPORT', 30, 'cd'],
    ['LEAD-TERM', 0, 'set-by-person'],
    ['LEAD-BACKLOG', 180, 'cd'],
    ['REFILED-WITHIN', 180, 'cd'],
    ['CTR-COMPLEX', 20, 'cd'],
    ['PET-ASSIGN', 0, 'set-by-person'],
    ['PET-SERVE', 5, 'wd'],
    ['PET-REDO', 30, 'cd'],
    ['SUP-REPLY', 5, 'wd'],
    ['VISIT-DRAWN', 10, 'wd'],
    ['RECT-REPLY', 10, 'wd'],
    ['RECT-CHECK', 10, 'wd'],
    ['RECT-PUBLISH', 5, 'wd'],
  ])('%s is %i %s', (id, amount, unit) => {
    expect([at(id).amount, at(id).unit]).toEqual([amount, unit]);
  });

  it('let only the re-review and appraisals stop a clock', () => {
    const pausable = CATALOGUE.filter((id) => at(id).pausableBy.length > 0);
    expect(pausable).toEqual(['PET-RECHECK', 'MED-MEDICAL', 'MED-MEDICAL-ADMIN', 'MED-PRETRIAL', 'MED-ENTRUSTED', 'MED-ENTRUSTED-SUMMARY']);
    expect(at('PET-HANDLE').extension).toEqual({ max: 30, approver: 'head', once: true });
    expect(at('PET-REVIEW').extension).toBeNull();
    expect(['LAB-ARB', 'LAND-ARB', 'RECON-DECIDE', 'RECON-SUMMARY', 'INFO-REPLY'].map((id) => at(id).extension?.max ?? 0)).toEqual([
      15, 30, 30, 0, 20,
    ]);
  });

  it('supervise at expiry where the law says so, later for notices, never the petitioner', () => {
    const supervision = (id: string): unknown => at(id).ladder.find((rung) => rung.step === 'supervise');
    expect(supervision('PET-HANDLE')).toEqual({ step: 'supervise', workingDaysAfter: 0, reply: 'SUP-REPLY' });
    expect(supervision('PET-NOTICE-FWD')).toEqual({ step: 'supervise', workingDaysAfter: 5, reply: 'SUP-REPLY' });
    expect(supervision('PET-SERVE')).toEqual({ step: 'supervise', workingDaysAfter: 5, reply: 'SUP-REPLY' });
    expect(steps(at('PET-OBJECT'))).toBe('remind pass');
    expect(steps(at('PET-SIMPLE'))).toBe('remind pass');
    expect(at('PET-REVIEW-REQ').ladder).toEqual([{ step: 'remind', workingDaysBefore: 5 }, { step: 'pass' }]);
  });

  it('take an unanswered supervision up to a leader, and no further', () => {
    const supervised = RULE_PACKS.flatMap((pack) => pack.rules).filter((rule) => steps(rule).includes('supervise'));
    expect(supervised.length).toBeGreaterThan(0);
    for (const { ladder } of supervised)
      expect(ladder.slice(-2)).toEqual([
        { step: 'escalate', to: 'superior-supervisor', reply: 'SUP-REPLY' },
        { step: 'escalate', to: 'leader', reply: null },
      ]);
  });

  it('are chosen by the date of the trigger', () => {
    expect(rulePackFor(RULE_PACKS, '430421', '2022-04-30').id).toBe('national-2005');
    expect(rulePackFor(RULE_PACKS, '430421', '2022-05-01').id).toBe('national-2022');
    expect(rulePackFor(RULE_PACKS, '430421', '1999-01-01').id).toBe('national-2005');
    expect(findRule(RULE_PACKS, '430421', '2021-06-01', 'PET-OBJECT')).toBeUndefined();
    expect(findRule(RULE_PACKS, '430421', '2007-06-01', 'MED-LABOUR')).toBeUndefined();
    expect(at('PET-HANDLE', '2010-01-04').basis.zh).toBe('《信访条例》第33条');
    expect(at('PET-NOTICE-FWD').basis.zh).toBe('《信访工作条例》第23条第3款');
    expect(ruleOf(RULE_PACKS, 'national-2005', 'PET-SUGG-FEEDBACK').localDefault).toBe(false);
    expect(at('PET-SUGG-FEEDBACK').localDefault).toBe(true);
    expect(() => ruleOf(RULE_PACKS, 'national-2005', 'PET-OBJECT')).toThrow(RangeError);
  });

  it('let a region override a row and keep the rest', () => {
    // Zhejiang 2016 Art 20: forwarding in 5 working days.
    const zhejiang: RulePack = rulePack(
      {
        id: 'zhejiang-2016',
        title: { zh: '浙江省信访条例', en: 'Zhejiang Petition Regulation' },
        region: '330000',
        effectiveFrom: '2016-10-01',
        effectiveTo: null,
      },
      [
        {
          ...at('PET-FWD'),
          amount: 5,
          unit: 'wd',
          effectiveFrom: '2016-10-01',
          basis: { zh: '《浙江省信访条例》第20条', en: 'Zhejiang Petition Regulation Art 20' },
        },
      ],
    );
    const packs = [...NATIONAL_PACKS, zhejiang];
    expect(rulePackMistakes(packs)).toEqual([]);
    expect(findRule(packs, '330106', '2026-01-05', 'PET-FWD')).toMatchObject({
      pack: { id: 'zhejiang-2016' },
      rule: { amount: 5, unit: 'wd' },
    });
    expect(findRule(packs, '330106', '2026-01-05', 'PET-HANDLE')).toMatchObject({ pack: { id: 'national-2022' } });
    expect(findRule(packs, '430106', '2026-01-05', 'PET-FWD')).toMatchObject({ pack: { id: 'national-2022' } });
  });
});

const URGE: Rung = { step: 'urge', workingDaysAfter: 0 };
const SUPERVISE: Rung = { step: 'supervise', workingDaysAfter: 0, reply: 'SUP-REPLY' };
const HIGHER: Rung = { step: 'escalate', to: 'superior-supervisor', reply: 'SUP-REPLY' };
const LEADER: Rung = { step: 'escalate', to: 'leader', reply: null };

describe('the validator', () => {
  const pack = RULE_PACKS[1];
  if (pack === undefined) throw new Error('no pack');
  const fwd = at('PET-FWD');
  const broken = (patch: Partial<Rule>): string => rulePackMistakes([{ ...pack, rules: [{ ...fwd, ...patch }] }]).join('\n');

  it.each<[string, Partial<Rule>]>([
    ['no rule id', { id: 'fwd' }],
    ['title is not in both languages', { title: { zh: 'Forwarding', en: 'Forwarding' } }],
    ['basis is not in both languages', { basis: { zh: '条例', en: '条例' } }],
    ['amount does not fit', { amount: 0 }],
    ['amount does not fit', { unit: 'set-by-person', dateMayBeSet: true }],
    ['nobody may set', { unit: 'set-by-person', amount: 0 }],
    ['adds no days', { extension: { max: 0, approver: 'head', once: true } }],
    ['a date set by a person is not paused', { unit: 'set-by-person', amount: 0, dateMayBeSet: true, pausableBy: ['hearing'] }],
    ['region is not that of the pack', { region: '430000' }],
    ['longer than its pack', { effectiveFrom: '2005-01-01' }],
    ['dates are no span', { effectiveFrom: '2026-01-01', effectiveTo: '2025-01-01' }],
    ['pass exactly once', { ladder: [] }],
    ['wrong side of pass', { ladder: [{ step: 'pass' }, { step: 'remind', workingDaysBefore: 3 }] }],
    ['out of order', { ladder: [{ step: 'pass' }, { step: 'urge', workingDaysAfter: 5 }, SUPERVISE, LEADER] }],
    ['supervision without urging', { ladder: [{ step: 'pass' }, SUPERVISE, LEADER] }],
    ['ends nowhere', { ladder: [{ step: 'pass' }, URGE, SUPERVISE] }],
    ['ends nowhere', { ladder: [{ step: 'pass' }, URGE, SUPERVISE, HIGHER] }],
    ['a reply that nobody waits for', { ladder: [{ step: 'pass' }, URGE, SUPERVISE, { ...LEADER, reply: 'SUP-REPLY' }] }],
    ['without a reply clock is never left', { ladder: [{ step: 'pass' }, URGE, SUPERVISE, { ...HIGHER, reply: null }, LEADER] }],
    ['stands before the end', { ladder: [{ step: 'pass' }, URGE, SUPERVISE, { ...LEADER, reply: 'SUP-REPLY' }, LEADER] }],
    ['escalation without supervision', { ladder: [{ step: 'pass' }, URGE, LEADER] }],
    ['something other than an escalation', { ladder: [{ step: 'pass' }, URGE, SUPERVISE, URGE, LEADER] }],
    ['no sensible number of days', { ladder: [{ step: 'remind', workingDaysBefore: 0 }, { step: 'pass' }] }],
  ])('finds: %s', (what, patch) => {
    expect(broken(patch)).toContain(what);
  });

  it('finds packs and rules named twice, and dates that overlap', () => {
    const twice = rulePackMistakes([pack, { ...pack, rules: [fwd, fwd] }]).join('\n');
    expect(twice).toContain('two packs of this id');
    expect(twice).toContain('overlap');
    expect(twice).toContain('PET-FWD is there twice');
  });
});
