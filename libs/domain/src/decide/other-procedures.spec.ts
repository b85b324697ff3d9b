import { knowledge } from '../access/knowledge.ts';
import { projectCase } from '../access/projection.ts';
import { foldCase } from './fold.ts';
import { decide } from './decide.ts';
import { openCase } from './open-case.ts';
import { options } from './options.ts';
import {
  at,
  AUDITOR,
  CENTRE,
  CLERK,
  CLERK2,
  Desk,
  ENV,
  HANDLER,
  HEAD,
  HOUSING,
  LEADER,
  person,
  PETITIONER,
  registration,
  SUPERVISOR,
} from './case.fixture.ts';

const DAY = '2026-03-06';
const NOW = at(DAY);
const DISCIPLINE = 'discipline.430407';
const folds = (desk: Desk): void => {
  expect(foldCase(desk.commands, ENV)).toEqual(desk.snapshot);
};
const accused = (unitId: string) =>
  ({
    class: 'ACCUSATION',
    categoryCode: '050401',
    parties: [
      { id: 'p', role: 'petitioner', kind: 'person', unitId: null },
      { id: 'r', role: 'respondent', kind: 'organisation', unitId },
    ],
  }) as const;

it('replies to a suggestion, without clock of handling and without review', () => {
  const desk = Desk.open({ class: 'SUGGESTION' }, NOW).send('FORWARD', CLERK, NOW, { unitId: HOUSING }).send('ACCEPT', HANDLER, NOW);
  expect(desk.snapshot.open).toEqual([]);
  desk
    .send('REPLY', HANDLER, NOW, { adopted: 'partly', reply: 'x' })
    .send('RECORD_SERVICE', HANDLER, NOW, { method: 'electronic', receivedOn: DAY });
  expect([desk.state, desk.snapshot.open]).toEqual(['served', []]);
  expect(desk.refuses('REQUEST_REVIEW', CLERK, NOW, { receivedOn: DAY, reason: 'x' }).reason.en).toContain('has no');
  expect(desk.refuses('ARCHIVE', CLERK, NOW).kind).toBe('refused');
  desk
    .send('RETURN_VISIT', CLERK, NOW, { outcome: 'solved', note: 'x' })
    .send('RATE', PETITIONER, NOW, { target: 'unit', value: 'satisfied' })
    .send('ARCHIVE', CLERK, NOW);
  expect(desk.state).toBe('archived');
  folds(desk);
});

it('guides a claim into its legal route and records what came of it', () => {
  const desk = Desk.open({ route: 'ARBITRATION' }, NOW).send('GUIDE', CLERK, NOW, { route: 'ARBITRATION', organ: 'x', reason: 'x' });
  expect(desk.refuses('ARCHIVE', CLERK, NOW).reason.en).toContain('result');
  desk.send('RECORD_RESULT', CLERK, NOW, { result: 'x' }).send('ARCHIVE', CLERK, NOW);
  expect(desk.state).toBe('archived');
  folds(desk);
  const viaUnit = Desk.open({ route: 'ARBITRATION' }, NOW)
    .send('FORWARD', CLERK, NOW, { unitId: HOUSING })
    .send('GUIDE', HANDLER, NOW, { route: 'ARBITRATION', organ: 'x', reason: 'x' });
  expect(viaUnit.send('RECORD_RESULT', HANDLER, NOW, { result: 'x' }).state).toBe('guided');
});

describe('an accusation', () => {
  it('is known to its registrar alone, then to its holder, and by its existence to the auditor', () => {
    const desk = Desk.open(accused(HOUSING), NOW);
    const everybody = [
      CLERK,
      CLERK2,
      SUPERVISOR,
      LEADER,
      AUDITOR,
      HANDLER,
      HEAD,
      person('handler', DISCIPLINE),
      person('admin', CENTRE),
      person('operator', CENTRE),
    ];
    const knows = () => everybody.map((one) => knowledge(desk.context, one));
    expect(knows()).toEqual(['full', 'none', 'none', 'none', 'none', 'none', 'none', 'none', 'none', 'none']);
    expect(projectCase(desk.snapshot)).toMatchObject({ sealed: true, viewerUnitIds: [CENTRE], keeperUserId: 'clerk', closed: false });
    expect(desk.refuses('FORWARD', CLERK, NOW, { unitId: HOUSING }).code).toBe('case.unit_excluded');
    expect(desk.refuses('FORWARD', CLERK, NOW, { unitId: 'education.430407' })).toMatchObject({
      kind: 'refused',
      basis: '《信访工作条例》第30条',
    });
    expect(desk.refuses('FORWARD', CLERK2, NOW, { unitId: DISCIPLINE }).kind).toBe('forbidden');

    desk.send('FORWARD', CLERK, NOW, { unitId: desk.context.leadUnitId });
    expect(desk.context.holderUnitId).toBe(DISCIPLINE);
    expect(knows()).toEqual(['none', 'none', 'none', 'none', 'existence', 'none', 'none', 'full', 'none', 'none']);
    expect(projectCase(desk.snapshot)).toMatchObject({ viewerUnitIds: [DISCIPLINE], keeperUserId: null });
    expect([desk.snapshot.open.map((one) => one.rule), desk.lastNotices.map((one) => one.unitId)]).toEqual([['ACC-RECEIPT'], [DISCIPLINE]]);
    const holder = person('handler', DISCIPLINE);
    desk.send('CONFIRM_RECEIPT', holder, NOW).send('FEEDBACK', holder, NOW, { result: 'x' });
    expect(desk.refuses('ARCHIVE', CLERK, NOW).kind).toBe('forbidden');
    expect(desk.send('ARCHIVE', holder, NOW).state).toBe('archived');
    folds(desk);
  });

  it('tells nobody while it waits, not even of a passing deadline', () => {
    const desk = Desk.open(accused(HOUSING), NOW).pass(at('2026-03-24'));
    expect([desk.factTypes().at(-1), desk.lastNotices]).toEqual(['supervision.opened', []]);
  });

  it('leaves the accused registrar at once and is where it belongs', () => {
    const desk = Desk.open({ ...accused(CENTRE), by: CLERK }, NOW);
    expect([desk.state, desk.context.holderUnitId === CENTRE, desk.snapshot.open.map((one) => one.rule)]).toEqual([
      'transferred',
      false,
      ['ACC-RECEIPT'],
    ]);
    expect(knowledge(desk.context, CLERK)).toBe('none');
    expect(projectCase(desk.snapshot).viewerUnitIds).toEqual([desk.context.leadUnitId]);
    expect(desk.send('CONFIRM_RECEIPT', person('handler', desk.context.leadUnitId), NOW).state).toBe('received');
    folds(desk);
  });

  it('stays with the discipline organ that received it itself', () => {
    const by = person('handler', DISCIPLINE);
    const desk = Desk.open({ ...accused(HOUSING), by, direct: true }, NOW);
    expect([desk.state, desk.context.holderUnitId]).toEqual(['transferred', DISCIPLINE]);
  });

  it('filed by the public waits for a clerk of the centre', () => {
    const desk = Desk.open({ ...accused(HOUSING), by: PETITIONER }, NOW);
    expect([CLERK, CLERK2, SUPERVISOR].map((one) => knowledge(desk.context, one))).toEqual(['full', 'full', 'none']);
    expect(desk.send('FORWARD', CLERK2, NOW, { unitId: DISCIPLINE }).state).toBe('transferred');
  });
});

describe('reclassifying', () => {
  it('changes the category where it stands', () => {
    const desk = Desk.open({}, NOW).send('FORWARD', CLERK, NOW, { unitId: HOUSING });
    expect(desk.refuses('RECLASSIFY', HANDLER, NOW, { categoryCode: '140302', reason: 'x' }).kind).toBe('forbidden');
    desk.send('RECLASSIFY', SUPERVISOR, NOW, {
      categoryCode: '140302',
      reason: 'x',
      routing: { leadUnitId: 'education.430407', assistUnitIds: [], excluded: [] },
    });
    expect([desk.state, desk.context.categoryCode, desk.context.leadUnitId, desk.snapshot.open.length]).toEqual([
      'routed',
      '140302',
      'education.430407',
      2,
    ]);
    folds(desk);
  });

  it('restarts another procedure at the centre, with the first due date', () => {
    const desk = Desk.open({}, NOW).send('FORWARD', CLERK, NOW, { unitId: HOUSING }).send('ACCEPT', HANDLER, NOW);
    desk.send('RECLASSIFY', CLERK, at('2026-03-10'), { class: 'SUGGESTION', reason: 'x' });
    expect([desk.snapshot.procedure, desk.state, desk.context.holderUnitId, desk.armed('PET-FWD')?.dueDate]).toEqual([
      'suggestion',
      'registered',
      CENTRE,
      '2026-03-23',
    ]);
    expect(desk.all('PET-HANDLE').map((one) => one.state)).toEqual(['cancelled']);
    expect(knowledge(desk.context, HANDLER)).toBe('full');
    folds(desk);
  });

  it('seals the past too when it becomes an accusation', () => {
    const desk = Desk.open({}, NOW).send('FORWARD', CLERK, NOW, { unitId: HOUSING });
    desk.send('RECLASSIFY', CLERK2, NOW, {
      class: 'ACCUSATION',
      reason: 'x',
      routing: { leadUnitId: DISCIPLINE, assistUnitIds: [], excluded: [{ unitId: HOUSING, reason: 'respondent' }] },
    });
    expect([desk.snapshot.procedure, desk.state, desk.context.sealed]).toEqual(['accusation', 'registered', true]);
    expect(desk.facts.at(-1)).toEqual({ type: 'case.sealed', data: { knownTo: [CENTRE, HOUSING] } });
    // Its registering clerk keeps it, whoever found out what it is.
    expect([CLERK, CLERK2, HANDLER, SUPERVISOR].map((one) => knowledge(desk.context, one))).toEqual(['full', 'none', 'none', 'none']);
    desk.send('FORWARD', CLERK, NOW, { unitId: DISCIPLINE });
    folds(desk);
    const mistaken = Desk.open(accused(HOUSING), NOW).send('RECLASSIFY', CLERK, NOW, { class: 'CLAIM', route: 'PETITION', reason: 'x' });
    expect([mistaken.snapshot.procedure, mistaken.context.sealed, knowledge(mistaken.context, SUPERVISOR)]).toEqual([
      'petition',
      false,
      'full',
    ]);
    folds(mistaken);
  });
});

describe('options', () => {
  const types = (desk: Desk, by: typeof CLERK, now = NOW) => options(desk.snapshot, by, now, ENV).allowed.map((one) => one.type);

  it('fit the person and the moment', () => {
    const desk = Desk.open({}, NOW);
    expect(types(desk, CLERK)).toEqual([
      'FORWARD',
      'ASSIGN',
      'REFUSE',
      'NO_LONGER_ACCEPT',
      'GUIDE',
      'RECLASSIFY',
      'WITHDRAW',
      'MERGE',
      'RECUSE',
      'ADD_MATERIAL',
    ]);
    expect(options(desk.snapshot, HANDLER, NOW, ENV)).toEqual({ allowed: [], blocked: [] });
    desk.send('FORWARD', CLERK, NOW, { unitId: HOUSING });
    expect(types(desk, HANDLER)).toEqual(['ACCEPT', 'REFUSE', 'GUIDE', 'OBJECT', 'RECUSE']);
    expect(types(desk, HANDLER, at('2026-03-14'))).not.toContain('OBJECT');
    desk.send('ACCEPT', HANDLER, NOW);
    expect(types(desk, HEAD)).toContain('EXTEND');
    expect(types(desk, HANDLER)).toEqual(['HOLD_HEARING', 'START_MEDIATION', 'ISSUE_OPINION', 'SETTLE', 'RECUSE']);
    const blocked = options(desk.snapshot, HANDLER, NOW, ENV).blocked.find((one) => one.type === 'RECORD_SERVICE');
    expect(blocked).toMatchObject({ code: 'case.command_refused', from: 'answered, reviewed, rechecked', label: { zh: '登记送达' } });
    expect(types(desk, PETITIONER)).toEqual(['WITHDRAW', 'ADD_MATERIAL']);
    expect(types(desk, AUDITOR)).toEqual([]);
  });

  it('give a reason in both languages for every no', () => {
    const desk = Desk.open({}, NOW).send('FORWARD', CLERK, NOW, { unitId: HOUSING });
    for (const by of [CLERK, SUPERVISOR, HANDLER, HEAD, PETITIONER]) {
      for (const one of options(desk.snapshot, by, NOW, ENV).blocked) {
        expect(one.reason.zh).toMatch(/\p{Script=Han}/u);
        expect(one.reason.en).toMatch(/[a-z]/);
        expect(one.basis).not.toBeNull();
      }
    }
  });
});

describe('the engine’s own commands', () => {
  it('change nothing when they are stale, early or doubled', () => {
    const desk = Desk.open({}, NOW);
    const deadline = desk.armed('PET-FWD');
    const step = { deadlineId: deadline?.id, step: deadline?.nextStep, version: deadline?.version };
    const engine = person('engine', CENTRE);
    expect(desk.refuses('DEADLINE_STEP', engine, NOW, step).code).toBe('deadline.stale');
    expect(desk.refuses('DEADLINE_STEP', engine, at('2027-01-01'), { ...step, version: 9 }).code).toBe('deadline.stale');
    expect(desk.refuses('DEADLINE_STEP', engine, at('2027-01-01'), { ...step, deadlineId: 'x' }).code).toBe('deadline.stale');
    expect(desk.refuses('REDERIVE', engine, NOW, { calendarVersion: 'x' }).code).toBe('calendar.unknown');
  });

  it('don’t make the case’s version grow, but for a passing that changes the state', () => {
    const command = registration({}, NOW);
    const opened = openCase(command, ENV);
    if (!opened.ok) throw new Error('not opened');
    const [deadline] = opened.next.open;
    const reminded = decide(
      opened.next,
      { ...command, type: 'DEADLINE_STEP', at: deadline?.nextAt ?? '', payload: { deadlineId: deadline?.id, step: 0, version: 1 } },
      ENV,
    );
    expect(reminded).toMatchObject({
      ok: true,
      versioned: false,
      facts: [{ type: 'deadline.reminded', rule: 'PET-FWD' }],
      notices: [{ kind: 'deadline.reminded', unitId: CENTRE, rule: 'PET-FWD' }],
    });
  });
});

describe('an old ledger', () => {
  it('arms nothing for closed rows and starts the ladders of open ones at the import', () => {
    expect(Desk.open({ importedState: 'archived', ladderFrom: 'never', receivedAt: at('2019-03-06') }, NOW).snapshot).toMatchObject({
      state: 'archived',
      open: [],
    });
    expect(Desk.open({ ladderFrom: 'never' }, NOW).snapshot.open).toEqual([]);
    const open = Desk.open({ ladderFrom: NOW, receivedAt: at('2026-01-05') }, NOW);
    expect(open.snapshot.open.map((one) => [one.rule, one.dueDate, one.ladderFrom])).toEqual([['PET-FWD', '2026-01-20', NOW]]);
  });

  it('is not received in the future', () => {
    expect(openCase(registration({ receivedAt: at('2026-03-07') }, NOW), ENV)).toMatchObject({
      ok: false,
      refusal: { kind: 'invalid', field: 'receivedAt' },
    });
  });
});
