import { knowledge } from '../access/knowledge.ts';
import { chartContext } from '../case/memo.ts';
import type { OpenDeadline } from '../case/deadline.ts';
import type { Fact } from '../case/decision.ts';
import type { Supervision } from '../case/supervision.ts';
import { at, CENTRE, CLERK, Desk, ENV, HANDLER, HEAD, HOUSING, LEADER, person, SUPERVISOR } from '../decide/case.fixture.ts';
import { decide, foldCase, options, RUNG_EDITION } from '../decide/index.ts';
import { folds, NOW, routed } from '../decide/petition-steps.fixture.ts';
import { dueRung, explainDeadline, presentReplyClock } from '../deadlines/index.ts';

const PROVINCE_CENTRE = 'governance-centre.430000';
const PROVINCE_SUPERVISOR = person('supervisor', PROVINCE_CENTRE);
/** The notice to the petitioner was due on 03-23; urged then, supervised five working days later, on 03-30 at nine. */
const SUPERVISED = at('2026-03-30', '09:00:00');
/** Five working days from 03-30, with 04-04 to 04-06 off: 04-07, over at its midnight. */
const UNANSWERED = at('2026-04-08', '00:00:00');

const supervisions = (desk: Desk): readonly Supervision[] => chartContext(desk.context).memo.supervisions ?? [];
const factsOf = (desk: Desk, type: string): readonly Fact[] => desk.facts.filter((one) => one.type === type);
const notice = (desk: Desk): readonly string[] =>
  desk.lastNotices.map(({ kind, unitId, roles }) => `${kind} ${String(unitId)} ${roles.join('+')}`);

describe('a supervision', () => {
  it('is opened with a reply clock of its own, which explains itself day by day', () => {
    const desk = routed().pass(SUPERVISED);
    expect(factsOf(desk, 'supervision.opened')).toEqual([
      {
        type: 'supervision.opened',
        rule: 'PET-NOTICE-FWD',
        data: {
          by: CENTRE,
          deadlineId: desk.all('PET-NOTICE-FWD')[0]?.id,
          dueDate: '2026-03-23',
          replyBy: '2026-04-07',
          replyRule: 'SUP-REPLY',
          unitId: HOUSING,
        },
      },
    ]);
    const [open] = supervisions(desk);
    expect(open).toMatchObject({ unitId: HOUSING, level: 0, by: { unitId: CENTRE, role: 'supervisor' }, openedAt: SUPERVISED });
    const shown = open === undefined ? null : presentReplyClock(open, SUPERVISED, ENV);
    if (shown === null) throw new Error('no reply clock');
    const explained = explainDeadline({ rule: 'SUP-REPLY', region: '430407', triggerAt: SUPERVISED }, ENV);
    expect(explained).toMatchObject({ ok: true, explanation: { dueDate: '2026-04-07', derivation: shown.derivation, basis: shown.basis } });
    expect(shown).toMatchObject({ localDefault: true, provisional: false, remaining: { workingDays: 5 }, dueAt: UNANSWERED });
    // Not a deadline of the case: it neither fires nor stands among them.
    expect(desk.snapshot.open.map((one) => one.rule)).not.toContain('SUP-REPLY');
    folds(desk);
  });

  it('unanswered goes to the superior’s supervisor, then to the leader there, and ends', () => {
    const desk = routed().pass(at('2026-04-07', '23:59:59'));
    expect(supervisions(desk)[0]?.level).toBe(0);
    desk.pass(UNANSWERED);
    expect(notice(desk)).toEqual([
      `supervision.escalated ${HOUSING} handler+head`,
      `supervision.escalated ${PROVINCE_CENTRE} supervisor`,
      `supervision.escalated ${CENTRE} supervisor`,
    ]);
    // Whoever is told may open the case.
    expect(knowledge(desk.context, PROVINCE_SUPERVISOR)).toBe('full');
    expect(supervisions(desk)[0]).toMatchObject({ level: 1, by: { unitId: PROVINCE_CENTRE, role: 'supervisor' }, openedAt: SUPERVISED });
    expect(supervisions(desk)[0]?.reply?.dueDate).toBe('2026-04-15');
    desk.pass(at('2026-04-16', '00:00:00'));
    expect(notice(desk)[1]).toBe(`supervision.escalated ${PROVINCE_CENTRE} leader`);
    expect(supervisions(desk)[0]).toMatchObject({ level: 2, by: { unitId: PROVINCE_CENTRE, role: 'leader' }, reply: null });
    expect(factsOf(desk, 'supervision.escalated').map((one) => [one.data?.['level'], one.data?.['byRole'], one.data?.['replyBy']])).toEqual(
      [
        [1, 'supervisor', '2026-04-15'],
        [2, 'leader', undefined],
      ],
    );
    expect(desk.snapshot.open.find((one) => one.rule === 'PET-NOTICE-FWD')).toMatchObject({ state: 'fired', nextStep: null, nextAt: null });
    const facts = desk.facts.length;
    expect(desk.pass(at('2028-01-01')).facts).toHaveLength(facts);
    folds(desk);
  });

  it('is answered in time by handler or head of the unit: told to the supervising side, climbed no further', () => {
    for (const by of [HANDLER, HEAD]) {
      const desk = routed().pass(SUPERVISED);
      expect(options(desk.snapshot, by, SUPERVISED, ENV).allowed.map((one) => one.type)).toContain('REPLY_SUPERVISION');
      desk.send('REPLY_SUPERVISION', by, at('2026-04-07', '23:59:59'), { reply: 'x', measures: 'y' });
      expect(factsOf(desk, 'supervision.replied')).toEqual([
        {
          type: 'supervision.replied',
          rule: 'PET-NOTICE-FWD',
          data: { deadlineId: desk.all('PET-NOTICE-FWD')[0]?.id, replyBy: '2026-04-07', to: CENTRE, unitId: HOUSING },
        },
      ]);
      expect(notice(desk)).toEqual([`supervision.replied ${CENTRE} supervisor`]);
      expect(desk.commands.at(-1)?.documents.map((one) => one.field)).toEqual(['reply', 'measures']);
      expect(factsOf(desk.pass(at('2026-12-01')), 'supervision.escalated')).toEqual([]);
      // The duty itself is as overdue as before.
      expect(desk.snapshot.open.find((one) => one.rule === 'PET-NOTICE-FWD')).toMatchObject({ state: 'fired', doneAt: null });
      expect(desk.refuses('REPLY_SUPERVISION', by, at('2026-04-08'), { reply: 'x' })).toMatchObject({
        kind: 'refused',
        reason: { zh: '没有待回复的督办。' },
      });
      folds(desk);
    }
  });

  it('is answered late, after it went up: kept as late, told to whom it had gone and to the centre', () => {
    const desk = routed().pass(UNANSWERED).send('REPLY_SUPERVISION', HEAD, at('2026-04-09'), { reply: 'x' });
    expect(factsOf(desk, 'supervision.replied')[0]?.data).toMatchObject({ late: true, level: 1, to: PROVINCE_CENTRE });
    expect(notice(desk)).toEqual([`supervision.replied ${PROVINCE_CENTRE} supervisor`, `supervision.replied ${CENTRE} supervisor`]);
    expect(factsOf(desk.pass(at('2026-12-01')), 'supervision.escalated')).toHaveLength(1);
    const last = routed().pass(at('2026-05-01')).send('REPLY_SUPERVISION', HEAD, at('2026-05-06'), { reply: 'x' });
    expect(factsOf(last, 'supervision.replied')[0]?.data).toMatchObject({ late: true, level: 2 });
    expect(notice(last)[0]).toBe(`supervision.replied ${PROVINCE_CENTRE} leader`);
  });

  it('ends with the overdue act', () => {
    const desk = routed().pass(SUPERVISED).send('ACCEPT', HANDLER, at('2026-04-01'));
    expect('supervisions' in desk.context.memo).toBe(false);
    expect(desk.all('PET-NOTICE-FWD')[0]).toMatchObject({ state: 'fired', doneAt: at('2026-04-01'), nextStep: null });
    desk.pass(at('2026-05-01'));
    expect(factsOf(desk, 'supervision.escalated').filter((one) => one.rule === 'PET-NOTICE-FWD')).toEqual([]);
    expect(desk.refuses('REPLY_SUPERVISION', HEAD, at('2026-05-01'), { reply: 'x' }).kind).toBe('refused');
    folds(desk);
  });

  it('is not for the supervising side, nor for anybody else, to answer', () => {
    const desk = routed().pass(SUPERVISED);
    for (const by of [CLERK, SUPERVISOR, LEADER, PROVINCE_SUPERVISOR, person('handler', 'housing-construction.430400')])
      expect([by.userId, desk.refuses('REPLY_SUPERVISION', by, SUPERVISED, { reply: 'x' }).kind]).toEqual([by.userId, 'forbidden']);
    const fresh = routed();
    expect(fresh.refuses('REPLY_SUPERVISION', HANDLER, NOW, { reply: 'x' })).toMatchObject({
      kind: 'refused',
      basis: '《信访工作条例》第40条第1款',
    });
  });

  it('of the centre’s own duty is answered by its clerk and goes to the province, never back to itself', () => {
    // Forwarding was due on 03-23 and is supervised at once.
    const desk = Desk.open({}, NOW).pass(at('2026-03-24', '00:00:00'));
    expect(supervisions(desk)[0]).toMatchObject({ unitId: CENTRE, by: { unitId: CENTRE, role: 'supervisor' } });
    expect(desk.refuses('REPLY_SUPERVISION', SUPERVISOR, at('2026-03-25'), { reply: 'x' }).kind).toBe('forbidden');
    const replied = desk.send('REPLY_SUPERVISION', CLERK, at('2026-03-25'), { reply: 'x' });
    expect(factsOf(replied, 'supervision.replied')).toHaveLength(1);
    const up = Desk.open({}, NOW).pass(at('2026-04-16'));
    expect(supervisions(up)[0]?.by).toEqual({ unitId: PROVINCE_CENTRE, role: 'leader' });
  });
});

describe('where nobody may be told', () => {
  it('a sealed case’s ladder ends with its supervision: nobody outside its holder hears of it (Art 30(3))', () => {
    const desk = Desk.open({ class: 'ACCUSATION', categoryCode: '050401' }, NOW).pass(at('2027-01-01'));
    expect(factsOf(desk, 'supervision.opened')[0]?.data).toEqual({ deadlineId: desk.all('PET-FWD')[0]?.id, dueDate: '2026-03-23' });
    expect(factsOf(desk, 'supervision.escalated')).toEqual([]);
    expect('supervisions' in desk.context.memo).toBe(false);
  });

  it('the superior organ itself complained about is passed over: the leader where it stands answers for it', () => {
    const desk = routed();
    const excluded = [{ unitId: PROVINCE_CENTRE, reason: 'respondent' }];
    desk.snapshot = { ...desk.snapshot, context: { ...desk.context, excluded } };
    desk.pass(UNANSWERED);
    expect(supervisions(desk)[0]).toMatchObject({ level: 1, by: { unitId: CENTRE, role: 'leader' }, reply: null });
    expect(notice(desk)).not.toContain(`supervision.escalated ${PROVINCE_CENTRE} supervisor`);
    expect(desk.snapshot.open.find((one) => one.rule === 'PET-NOTICE-FWD')?.nextStep).toBeNull();
  });
});

it('histories recorded before replies were asked for lead to what they led to: no clock, no further rung', () => {
  const desk = routed();
  // As the engine sent rungs then: without units, without an edition.
  const old = desk.commands.slice();
  const notified = (): OpenDeadline | undefined => desk.snapshot.open.find((one) => one.rule === 'PET-NOTICE-FWD');
  for (let due = notified(); due !== undefined && due.nextAt !== null; due = notified()) {
    const payload = { deadlineId: due.id, step: due.nextStep, version: due.version };
    const step = { ...desk.command('DEADLINE_STEP', person('engine', CENTRE), due.nextAt, payload), units: {} };
    const decision = decide(desk.snapshot, step, ENV);
    if (!decision.ok) throw new Error(decision.refusal.code);
    old.push(step);
    desk.snapshot = decision.next;
    expect(Object.keys(decision.facts[0]?.data ?? {})).toEqual(['deadlineId', 'dueDate']);
  }
  expect(desk.snapshot.open.find((one) => one.rule === 'PET-NOTICE-FWD')).toMatchObject({ version: 5, nextStep: null, nextAt: null });
  expect(desk.context.memo).toEqual({});
  expect(foldCase(old, ENV)).toEqual(desk.snapshot);
});

it('a rung climbed late is marked with its own instant; its reply clock counts from when it was really asked for', () => {
  const desk = routed();
  // The engine was down from the eve of the passing until after the day of the supervision.
  const back = at('2026-04-02', '15:00:00');
  for (let due = dueRung(desk.snapshot.open, back); due !== undefined; due = dueRung(desk.snapshot.open, back)) {
    const { id: deadlineId } = due.deadline;
    desk.send('DEADLINE_STEP', person('engine', CENTRE), back, { deadlineId, edition: RUNG_EDITION, ...due.claim });
  }
  const late = desk.facts.filter((one) => one.rule === 'PET-NOTICE-FWD');
  expect(late.map((one) => [one.type, one.data?.['rungAt']])).toEqual([
    ['deadline.reminded', at('2026-03-18', '09:00:00')],
    ['deadline.passed', at('2026-03-24', '00:00:00')],
    ['deadline.urged', at('2026-03-24', '00:00:00')],
    ['supervision.opened', SUPERVISED],
  ]);
  expect(late.at(-1)?.data?.['replyBy']).toBe('2026-04-10');
  for (const { data } of late) expect(Object.keys(data ?? {})).toEqual(Object.keys(data ?? {}).sort());
  folds(desk);
});

it('a reply clock is armed, then met or run out; beyond the published calendar it is provisional', () => {
  const stateAt = (desk: Desk, now: string): unknown => {
    const [open] = supervisions(desk);
    return open === undefined ? null : presentReplyClock(open, now, ENV)?.state;
  };
  const desk = routed().pass(SUPERVISED);
  expect([stateAt(desk, SUPERVISED), stateAt(desk, UNANSWERED)]).toEqual(['armed', 'fired']);
  expect(stateAt(desk.send('REPLY_SUPERVISION', HEAD, at('2026-04-02'), { reply: 'x' }), at('2026-05-01'))).toBe('met');
  const [late] = supervisions(Desk.open({}, at('2026-12-14')).pass(at('2027-01-04', '00:00:00')));
  expect(late === undefined ? null : presentReplyClock(late, late.openedAt, ENV)?.provisional).toBe(true);
  const [atLeader] = supervisions(routed().pass(at('2026-05-01')));
  expect(atLeader === undefined ? undefined : presentReplyClock(atLeader, at('2026-05-01'), ENV)).toBeNull();
});
