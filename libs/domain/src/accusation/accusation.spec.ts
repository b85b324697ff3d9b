import { knowledge } from '../access/knowledge.ts';
import type { Actor } from '../case/snapshot.ts';
import { at, CLERK, Desk, ENV, person } from '../decide/case.fixture.ts';
import { decide, foldCase, options } from '../decide/index.ts';
import { migrate } from '../definitions/migration.ts';
import { definitionOf, PROCEDURE_DEFINITIONS, procedureBook } from '../definitions/procedures.ts';

const NOW = at('2026-03-06');
const ACCUSED = 'education.430407';
const COUNTY = 'discipline.430407';
const CITY = 'discipline.430400';
const POLICE = 'public-security.430407';
const holder = (unitId: string): Actor => person('handler', unitId);
const opened = (): Desk =>
  Desk.open(
    {
      class: 'ACCUSATION',
      categoryCode: '050401',
      parties: [
        { id: 'p', role: 'petitioner', kind: 'person', unitId: null },
        { id: 'r', role: 'respondent', kind: 'organisation', unitId: ACCUSED },
      ],
    },
    NOW,
  );
const received = (): Desk => opened().send('FORWARD', CLERK, NOW, { unitId: COUNTY }).send('CONFIRM_RECEIPT', holder(COUNTY), NOW);

it('the receiver owes its receipt by a clock of its own, which nobody outside hears run out', () => {
  const desk = opened().send('FORWARD', CLERK, NOW, { unitId: COUNTY });
  expect(desk.armed('ACC-RECEIPT')).toMatchObject({ dueDate: '2026-03-13', owner: { unitId: COUNTY } });
  desk.pass(at('2026-03-16'));
  expect(desk.facts.filter(({ rule }) => rule === 'ACC-RECEIPT').map(({ type }) => type)).toEqual([
    'deadline.reminded',
    'deadline.passed',
    'deadline.urged',
  ]);
  expect(desk.lastNotices.map(({ unitId }) => unitId)).toEqual([COUNTY]);
  desk.send('CONFIRM_RECEIPT', holder(COUNTY), at('2026-03-16'));
  expect(desk.snapshot.open).toEqual([]);
});

it('the rank of the accused decides the level: a county cadre is for the city, whoever routed it', () => {
  const desk = opened().send('RECORD_RANK', CLERK, NOW, { accusedRank: 'county' });
  expect(desk.refuses('FORWARD', CLERK, NOW, { unitId: COUNTY })).toMatchObject({
    code: 'accusation.level_too_low',
    whoMay: { zh: '市级以上的机关' },
  });
  expect(desk.send('FORWARD', CLERK, NOW, { unitId: CITY }).state).toBe('transferred');
  // The rank says nothing of who it is: the event holds a code, and no name.
  expect(desk.commands[1]?.payload).toEqual({ accusedRank: 'county' });
});

it('is handed on in three directions, each time for a receipt, never back, never to the accused side', () => {
  const desk = received();
  for (const unitId of [ACCUSED, 'education.430400'])
    expect(desk.refuses('HAND_ON', holder(COUNTY), NOW, { unitId, reason: 'x' }).code).toBe('case.unit_excluded');
  expect(desk.refuses('HAND_ON', holder(COUNTY), NOW, { unitId: 'petition-office.430407', reason: 'x' }).kind).toBe('refused');
  desk.send('HAND_ON', holder(COUNTY), NOW, { unitId: POLICE, reason: 'x' });
  expect(desk.facts.at(-1)).toMatchObject({
    type: 'accusation.handed-on',
    data: { direction: 'political-legal', from: COUNTY, to: POLICE },
  });
  expect(desk.lastNotices.map(({ unitId }) => unitId)).toEqual([POLICE]);
  expect([knowledge(desk.context, holder(COUNTY)), knowledge(desk.context, holder(POLICE))]).toEqual(['none', 'full']);
  expect(desk.armed('ACC-RECEIPT')?.owner.unitId).toBe(POLICE);
  expect(desk.refuses('HAND_ON', holder(POLICE), NOW, { unitId: COUNTY, reason: 'x' }).kind).toBe('refused');
  desk.send('CONFIRM_RECEIPT', holder(POLICE), NOW);
  desk.send('HAND_ON', holder(POLICE), NOW, { unitId: 'human-resources.430407', reason: 'x' });
  expect(desk.state).toBe('transferred');
  expect(foldCase(desk.commands, ENV)).toEqual(desk.snapshot);
});

it('a matter about a cadre is told to the organisation department of his level before anything is fed back', () => {
  const desk = received();
  const tell = { unitId: 'organisation.430407', serious: true };
  expect(desk.refuses('TELL_ORGANISATION', holder(COUNTY), NOW, tell).kind).toBe('refused');
  desk.send('RECORD_RANK', holder(COUNTY), NOW, { accusedRank: 'township' });
  expect(desk.refuses('FEEDBACK', holder(COUNTY), NOW, { result: 'x' }).code).toBe('accusation.organisation_not_told');
  expect(desk.refuses('TELL_ORGANISATION', holder(COUNTY), NOW, { ...tell, unitId: POLICE }).kind).toBe('refused');
  desk.send('TELL_ORGANISATION', holder(COUNTY), NOW, tell);
  // Told of it outside: the department gets no sight of the case, and no notice that could lie open.
  expect([desk.lastNotices, knowledge(desk.context, person('head', 'organisation.430407'))]).toEqual([[], 'none']);
  // By a letter, whose receipt the holder brings back before anything is filed away.
  expect(desk.armed('ACC-TOLD')).toMatchObject({ dueDate: '2026-03-13', owner: { unitId: COUNTY } });
  expect(desk.send('FEEDBACK', holder(COUNTY), NOW, { result: 'x' }).state).toBe('concluded');
  expect(desk.refuses('ARCHIVE', holder(COUNTY), NOW).code).toBe('accusation.told_unsigned');
  const future = { receiptNo: 'Z-1', receivedOn: '2026-03-07' };
  expect(desk.refuses('KEEP_TOLD_RECEIPT', holder(COUNTY), NOW, future)).toMatchObject({ field: 'receivedOn' });
  desk.send('KEEP_TOLD_RECEIPT', holder(COUNTY), NOW, { ...future, receivedOn: '2026-03-06' });
  expect(desk.armed('ACC-TOLD')).toBeUndefined();
  expect(desk.refuses('KEEP_TOLD_RECEIPT', holder(COUNTY), NOW, { ...future, receivedOn: '2026-03-06' }).kind).toBe('refused');
  expect(desk.send('ARCHIVE', holder(COUNTY), NOW).state).toBe('archived');
  expect(foldCase(desk.commands, ENV)).toEqual(desk.snapshot);
});

it('what came of it is recorded upwards: reminder, talk, case filed; with the matter, never with a person', () => {
  const desk = received().send('RECORD_ACCOUNTABILITY', holder(COUNTY), NOW, { accountability: 'admonishing-talk' });
  expect(desk.refuses('RECORD_ACCOUNTABILITY', holder(COUNTY), NOW, { accountability: 'reminder' }).kind).toBe('refused');
  desk
    .send('FEEDBACK', holder(COUNTY), NOW, { result: 'x' })
    .send('RECORD_ACCOUNTABILITY', holder(COUNTY), NOW, { accountability: 'case-filed' });
  const recorded = desk.facts.filter(({ type }) => type === 'accountability.recorded');
  expect(recorded.map(({ data }) => data)).toEqual(
    ['admonishing-talk', 'case-filed'].map((accountability) => ({ accountability, by: COUNTY })),
  );
});

it('takes cases of version 1 over wherever they are; there they know neither rank nor hand-over', () => {
  const book = procedureBook(PROCEDURE_DEFINITIONS);
  for (const state of definitionOf('accusation', 1).states) {
    const one = { ...received().snapshot, procedureVersion: 1, state };
    expect(migrate(one, 2, book)).toEqual({ ok: true, snapshot: { ...one, procedureVersion: 2 } });
  }
  const desk = received();
  const first = { ...desk.snapshot, procedureVersion: 1 };
  const command = desk.command('RECORD_RANK', holder(COUNTY), NOW, { accusedRank: 'township' });
  expect(decide(first, command, ENV)).toMatchObject({ ok: false, refusal: { kind: 'refused' } });
  expect(options(first, holder(COUNTY), NOW, ENV).allowed.map(({ type }) => type)).not.toContain('HAND_ON');
});
