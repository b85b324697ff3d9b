import { at, CENTRE, CITY_HOUSING, CLERK, Desk, ENV, HANDLER, HEAD, HOUSING, LEADER, person, SUPERVISOR } from '../decide/case.fixture.ts';
import { chartContext } from '../case/memo.ts';
import { decide, foldCase } from '../decide/index.ts';
import { folds, NOW, routed } from '../decide/petition-steps.fixture.ts';
import type { Notice, RecordToOpen } from '../case/decision.ts';
import { resolutionOn } from '../meeting/resolution.fixture.ts';
import { dueRung } from '../deadlines/index.ts';
import { RUNG_EDITION } from '../decide/clocks.ts';
import { cardOpening, cardView, whyNotSupervised } from './index.ts';

const PROVINCE_SUPERVISOR = person('supervisor', 'governance-centre.430000');
const DISTRICT = { id: HOUSING, division: '430407' };
const CITY_CENTRE = { id: CENTRE, division: '430400' };
const main = (): Desk => routed();
const card = (from = main()): Desk => from.beside(cardOpening({ unitId: HOUSING, by: CENTRE, ground: 'delay' }), SUPERVISOR, NOW);
const by = (resolution: Desk | undefined) => ({ resolutionCaseId: resolution?.context.caseId });
const known = (...desks: readonly (Desk | undefined)[]): readonly Desk[] => desks.flatMap((one) => one ?? []);
const mainId = (desk: Desk): string => desk.context.mainCaseId ?? '';
const told = (notices: readonly Notice[]): readonly string[] =>
  notices.map(({ kind, unitId, roles }) => `${kind} ${String(unitId)} ${roles.join('+')}`);
const clocks = (desk: Desk): Readonly<Record<string, string>> =>
  Object.fromEntries(desk.snapshot.open.map(({ rule, state }) => [rule, state]));

describe('a supervision card', () => {
  it('is opened by a supervisor with a clock for the answer and one for the evidence, and is told to the unit', () => {
    const desk = card();
    expect([desk.state, desk.context.holderUnitId, desk.context.sealed, desk.context.parties]).toEqual(['supervised', HOUSING, false, []]);
    expect(clocks(desk)).toEqual({ 'SUP-ANSWER': 'armed', 'SUP-RECTIFY': 'armed' });
    expect(told(desk.lastNotices)).toEqual([`card.opened ${HOUSING} handler+head`]);
    expect(cardView(desk.context)).toMatchObject({
      ground: 'delay',
      groundLabel: { zh: '拖延' },
      unitId: HOUSING,
      by: CENTRE,
      solved: false,
    });
    expect(foldCase(desk.commands, ENV)).toEqual(desk.snapshot);
  });

  it('is answered by the unit alone, and signed off item by item against evidence', () => {
    const desk = card();
    expect(desk.refuses('ANSWER_SUPERVISION', SUPERVISOR, NOW, { reply: 'x' }).kind).toBe('forbidden');
    expect(desk.refuses('SIGN_OFF_ITEM', HANDLER, NOW, { item: 1 }).kind).toBe('forbidden');
    desk.send('ANSWER_SUPERVISION', HEAD, NOW, { reply: 'x' });
    expect(clocks(desk)).toEqual({ 'SUP-RECTIFY': 'armed' });
    expect(desk.refuses('ANSWER_SUPERVISION', HEAD, NOW, { reply: 'x' }).reason.en).toBe('The card has been answered.');
    expect(desk.refuses('SIGN_OFF_ITEM', SUPERVISOR, NOW, { item: 1 }).reason.zh).toContain('没有佐证');
    desk.send('ADD_ITEM', SUPERVISOR, NOW, { demand: 'x' }).send('GIVE_EVIDENCE', HANDLER, NOW, { item: 1, evidence: 'x' });
    expect(clocks(desk)).toEqual({ 'SUP-RECTIFY': 'armed' });
    desk.send('GIVE_EVIDENCE', HANDLER, NOW, { item: 2, evidence: 'x' });
    expect(clocks(desk)).toEqual({});
    desk.send('SIGN_OFF_ITEM', SUPERVISOR, NOW, { item: 1 });
    expect(desk.refuses('SIGN_OFF', SUPERVISOR, NOW).reason.zh).toBe('事项2尚未销号。');
    // What is found wanting gives the unit a new limit.
    desk.send('SEND_BACK_EVIDENCE', SUPERVISOR, NOW, { item: 2, reason: 'x' });
    expect(told(desk.lastNotices)).toEqual([`card.evidence-sent-back ${HOUSING} handler+head`]);
    expect(clocks(desk)).toEqual({ 'SUP-RECTIFY': 'armed' });
    expect(desk.refuses('SIGN_OFF_ITEM', SUPERVISOR, NOW, { item: 2 }).reason.zh).toContain('没有佐证');
    desk.send('GIVE_EVIDENCE', HANDLER, NOW, { item: 2, evidence: 'x' }).send('SIGN_OFF_ITEM', SUPERVISOR, NOW, { item: 2 });
    desk.send('SIGN_OFF', SUPERVISOR, NOW).send('ARCHIVE', SUPERVISOR, NOW);
    expect([desk.state, desk.snapshot.open]).toEqual(['archived', []]);
    expect(desk.refuses('GIVE_EVIDENCE', HANDLER, NOW, { item: 1, evidence: 'x' }).kind).toBe('refused');
    expect(foldCase(desk.commands, ENV)).toEqual(desk.snapshot);
  });

  it('that runs out is proposed to the joint meeting and no more; only a resolution makes it a measure', () => {
    const desk = card().pass(at('2026-03-14', '00:00:00'));
    expect(desk.facts.find(({ type }) => type === 'measure.proposed')?.data).toEqual({ measure: 'talk', rule: 'SUP-ANSWER' });
    expect(chartContext(desk.context).memo.card).toMatchObject({ proposed: ['talk'], measures: [] });
    const now = at('2026-03-16');
    expect(desk.refuses('APPLY_MEASURE', SUPERVISOR, now, { measure: 'talk' })).toMatchObject({
      kind: 'refused',
      basis: '《信访工作条例》第39条第3款',
      whoMay: { zh: '信访工作联席会议' },
    });
    const [talk, order] = (['interview', 'ordered-rectification'] as const).map((kind) => resolutionOn(kind, mainId(desk), now));
    desk.send('APPLY_MEASURE', LEADER, now, { measure: 'talk', resolutionNo: '4304072026110001', ...by(talk) }, known(talk));
    expect(chartContext(desk.context).memo.card).toMatchObject({
      proposed: [],
      measures: [{ measure: 'talk', resolution: '4304072026110001', resolutionId: talk?.context.caseId, on: '2026-03-16' }],
    });
    expect(desk.refuses('APPLY_MEASURE', SUPERVISOR, now, { measure: 'rectification', ...by(order) }, known(order))).toMatchObject({
      kind: 'invalid',
      field: 'dueDate',
    });
    desk.send('APPLY_MEASURE', SUPERVISOR, now, { measure: 'rectification', ...by(order), dueDate: '2026-04-01' }, known(order));
    expect(desk.armed('SUP-ORDER')?.dueDate).toBe('2026-04-01');
    expect(
      desk
        .pass(at('2026-04-02', '00:00:00'))
        .facts.filter(({ type }) => type === 'measure.proposed')
        .at(-1)?.data,
    ).toEqual({
      measure: 'listed',
      rule: 'SUP-ORDER',
    });
  });

  it('takes a resolution of this measure and this case, in force and used once; anything else is refused alike', () => {
    const from = main();
    const { caseId } = from.context;
    const on = resolutionOn('circular', caseId, NOW);
    const finished = resolutionOn('circular', caseId, NOW)
      .send('REPORT_RESOLUTION', HANDLER, NOW, { progress: 'done', report: 'x' })
      .send('ACCEPT_REPORT', CLERK, NOW, { evidence: 'x' });
    const meeting = Desk.openOffice('joint-meeting', { unitId: CENTRE, level: 'city', members: [HOUSING] }, CLERK, NOW);
    const refused = (desk: Desk, one: Desk, cases = known(one)): unknown =>
      desk.refuses('APPLY_MEASURE', SUPERVISOR, NOW, { measure: 'circular', resolutionNo: '1', ...by(one) }, cases);
    const others = [resolutionOn('interview', caseId, NOW), resolutionOn('circular', main().context.caseId, NOW), finished, meeting, from];
    for (const other of others) expect(refused(card(from), other)).toMatchObject({ kind: 'refused', code: 'supervision.not_resolved' });
    // What this person may not know of looks the same, and a number that somebody typed is none.
    expect(refused(card(from), on, [])).toMatchObject({ code: 'supervision.not_resolved' });
    const typed = { measure: 'circular', resolutionNo: '衡信联〔2026〕3号' };
    expect(card(from).refuses('APPLY_MEASURE', SUPERVISOR, NOW, typed)).toMatchObject({ code: 'supervision.not_resolved' });
    const desk = card(from).send('APPLY_MEASURE', SUPERVISOR, NOW, { measure: 'circular', ...by(on) }, [on]);
    expect(refused(desk, on)).toMatchObject({ code: 'supervision.not_resolved' });
  });

  it('takes a resolution on the supervision itself', () => {
    const desk = card();
    const on = resolutionOn('circular', desk.context.caseId, NOW);
    expect(desk.send('APPLY_MEASURE', SUPERVISOR, NOW, { measure: 'circular', ...by(on) }, [on]).state).toBe('supervised');
  });

  it('is listed after a warning only, and delisted when solved, changed and the petitioner satisfied', () => {
    const from = main();
    const on = resolutionOn('listed-supervision', from.context.caseId, NOW);
    const list = { measure: 'listed', ...by(on), leaderId: 'leader' };
    const desk = card(from);
    expect(desk.refuses('APPLY_MEASURE', SUPERVISOR, NOW, list, [on]).reason.zh).toContain('先发出挂牌预警');
    desk.send('WARN_OF_LISTING', SUPERVISOR, NOW, { reason: 'x' });
    expect(desk.refuses('WARN_OF_LISTING', SUPERVISOR, NOW, { reason: 'x' }).kind).toBe('refused');
    expect(desk.refuses('APPLY_MEASURE', SUPERVISOR, at('2026-03-13', '23:59:59'), list, [on])).toMatchObject({ from: '2026-03-13' });
    desk.pass(at('2026-03-14', '00:00:00'));
    expect(desk.refuses('APPLY_MEASURE', SUPERVISOR, at('2026-03-16'), { measure: 'listed', ...by(on) }, [on])).toMatchObject({
      field: 'leaderId',
    });
    const now = at('2026-03-16');
    desk.send('APPLY_MEASURE', SUPERVISOR, now, list, [on]);
    expect(cardView(desk.context)?.listed).toEqual({ on: '2026-03-16', leaderId: 'leader' });
    const delist = { caseId: from.context.caseId };
    expect(desk.refuses('DELIST', SUPERVISOR, now, delist, [from]).reason.zh).toBe(
      '不能摘牌：问题未解决（事项未全部销号）；面貌未改变（无实地督查确认）；群众未评价满意。',
    );
    desk.send('GIVE_EVIDENCE', HANDLER, now, { item: 1, evidence: 'x' }).send('SIGN_OFF_ITEM', SUPERVISOR, now, { item: 1 });
    expect(desk.refuses('SIGN_OFF', SUPERVISOR, now).reason.zh).toContain('先摘牌');
    desk.send('INSPECT', SUPERVISOR, now, { changed: false, finding: 'x' });
    expect(desk.refuses('DELIST', SUPERVISOR, now, delist, [from]).reason.zh).toContain('面貌未改变');
    desk.send('INSPECT', SUPERVISOR, now, { changed: true, finding: 'x' });
    // Silence is no satisfaction, nor is a dissatisfied word.
    expect(desk.refuses('DELIST', SUPERVISOR, now, delist, [from]).reason.zh).toBe('不能摘牌：群众未评价满意。');
    for (const [value, may] of [
      ['dissatisfied', false],
      ['satisfied', true],
    ] as const) {
      const memo = { ...from.context.memo, ratings: [{ round: 0, target: 'unit', side: 'public', value }] };
      from.snapshot = { ...from.snapshot, context: { ...from.context, memo } };
      if (may) desk.send('DELIST', SUPERVISOR, now, delist, [from]);
      else desk.refuses('DELIST', SUPERVISOR, now, delist, [from]);
    }
    expect(cardView(desk.context)).toMatchObject({ delistedOn: '2026-03-16', solved: true });
    expect(desk.send('SIGN_OFF', SUPERVISOR, now).state).toBe('signed-off');
  });

  it('is for the supervisor of the unit that opened it, not for another one of the place', () => {
    expect(card().refuses('SIGN_OFF', PROVINCE_SUPERVISOR, NOW).kind).toBe('forbidden');
    expect(card().refuses('ADD_ITEM', CLERK, NOW, { demand: 'x' }).kind).toBe('forbidden');
  });

  it('has no clock any more once its case is sealed, whatever was asked for', () => {
    const desk = card();
    const by = person('engine', CENTRE);
    const { mainCaseId } = desk.context;
    expect(desk.refuses('STOP_RECORD', by, NOW, { mainCaseId: 'another' }).code).toBe('record.stopped');
    desk.send('STOP_RECORD', by, NOW, { mainCaseId });
    expect([desk.state, desk.snapshot.open, desk.lastNotices, desk.all('SUP-ANSWER').map(({ state }) => state)]).toEqual([
      'supervised',
      [],
      [],
      ['cancelled'],
    ]);
    expect(desk.refuses('STOP_RECORD', by, NOW, { mainCaseId }).code).toBe('record.stopped');
    expect(foldCase(desk.commands, ENV)).toEqual(desk.snapshot);
  });

  it('is not opened for a unit that never had the case, nor for an accusation, nor for another record', () => {
    expect(whyNotSupervised(main().snapshot, DISTRICT, CITY_CENTRE)).toBeNull();
    expect(whyNotSupervised(main().snapshot, { id: CITY_HOUSING, division: '430400' }, CITY_CENTRE)?.reason.en).toBe(
      'This unit has never had the case.',
    );
    expect(
      whyNotSupervised(Desk.open({ class: 'ACCUSATION', categoryCode: '050401' }).snapshot, CITY_CENTRE, CITY_CENTRE)?.basis,
    ).toContain('第30条');
    expect(whyNotSupervised(card().snapshot, DISTRICT, CITY_CENTRE)?.kind).toBe('refused');
    for (const by of [DISTRICT, { id: 'other', division: '430421' }])
      expect(whyNotSupervised(main().snapshot, DISTRICT, by)?.code).toBe('supervision.out_of_place');
  });
});

describe('the card of an overdue deadline', () => {
  /** The registrations that the rungs until then asked for. */
  const asked = (desk: Desk, until: string): readonly RecordToOpen[] => {
    const opens: RecordToOpen[] = [];
    for (let due = dueRung(desk.snapshot.open, until); due !== undefined; due = dueRung(desk.snapshot.open, until)) {
      const { id: deadlineId } = due.deadline;
      const command = desk.command('DEADLINE_STEP', person('engine', CENTRE), due.nextAt, {
        deadlineId,
        edition: RUNG_EDITION,
        ...due.claim,
      });
      const decision = decide(desk.snapshot, command, ENV);
      if (!decision.ok) throw new Error(decision.refusal.code);
      opens.push(...(decision.opens ?? []));
      desk.snapshot = decision.next;
    }
    return opens;
  };

  it('is asked for once, by the rung that supervises, and is replied to in the case', () => {
    const desk = main();
    const until = at('2026-04-30');
    const opens = asked(desk, until);
    const notified = desk.snapshot.open.find(({ rule }) => rule === 'PET-NOTICE-FWD');
    expect(opens.map(({ key }) => key)).toEqual([notified?.id]);
    expect(opens[0]?.payload).toMatchObject({
      record: {
        procedure: 'supervision',
        mainCaseId: desk.context.caseId,
        by: CENTRE,
        ground: 'overdue',
        overdue: { rule: 'PET-NOTICE-FWD' },
      },
      receivedAt: at('2026-03-30', '09:00:00'),
      parties: [],
    });
    folds(main());
    const overdue = { deadlineId: String(notified?.id), rule: 'PET-NOTICE-FWD' };
    const opened = desk.beside(cardOpening({ unitId: HOUSING, by: CENTRE, ground: 'overdue', overdue }), person('engine', CENTRE), until);
    expect(clocks(opened)).toEqual({ 'SUP-RECTIFY': 'armed' });
    expect(opened.refuses('ANSWER_SUPERVISION', HEAD, until, { reply: 'x' }).reason.zh).toContain('在原事项中“回复督办”');
  });

  it('is never asked for of an accusation, nor of a card’s own clocks', () => {
    expect(asked(Desk.open({ class: 'ACCUSATION', categoryCode: '050401' }, NOW), at('2027-01-01'))).toEqual([]);
    const desk = card();
    expect(asked(desk, at('2026-12-01'))).toEqual([]);
    expect(chartContext(desk.context).memo.supervisions?.length).toBeGreaterThan(0);
  });
});
