import type { LetterKind } from '../case/letter.ts';
import type { Decision } from '../case/decision.ts';
import type { Actor } from '../case/snapshot.ts';
import { CENTRE, CLERK, CLERK2, Desk, HANDLER, HEAD, HOUSING, person, SUPERVISOR, ENV } from '../decide/case.fixture.ts';
import { decide, foldCase } from '../decide/index.ts';
import { handling, NOW, routed } from '../decide/petition-steps.fixture.ts';
import { readsLetter } from './letter-access.ts';
import { letterFieldsOf } from './letter-files.ts';
import { lettersOf } from './make-letter.ts';

const PLACE = { word: '受', year: 2026, number: 12 };

/** Sends MAKE_LETTER as the product does, with both files. */
function make(desk: Desk, by: Actor, kind: LetterKind, unitId: string, place: object = PLACE): Decision {
  const fields = letterFieldsOf(kind);
  const command = {
    ...desk.command('MAKE_LETTER', by, NOW, { letterKind: kind, letterNo: '〔2026〕石鼓建受字第12号', of: 3, unitId, ...place }),
    documents: [fields.docx, fields.pdf].map((field, i) => ({ id: `file-${String(i)}`, field, digest: 'x' })),
  };
  const decision = decide(desk.snapshot, command, ENV);
  if (decision.ok) {
    desk.snapshot = decision.next;
    desk.commands.push(command);
  }
  return decision;
}

const refusalOf = (decision: Decision): unknown => (decision.ok ? null : [decision.refusal.kind, decision.refusal.code]);

it('a letter changes neither state nor clocks, is remembered with its number and files, and folds', () => {
  const desk = handling();
  const { state, open } = desk.snapshot;
  const decision = make(desk, HANDLER, 'acceptance', HOUSING);
  expect(decision).toMatchObject({
    ok: true,
    versioned: true,
    deadlines: [],
    notices: [],
    facts: [{ type: 'letter.made', data: { letterKind: 'acceptance', of: 3, unitId: HOUSING, ...PLACE } }],
  });
  expect([desk.state, desk.snapshot.open]).toEqual([state, open]);
  expect(lettersOf(desk.context)).toEqual([
    { kind: 'acceptance', of: 3, no: '〔2026〕石鼓建受字第12号', unitId: HOUSING, docx: 'file-0', pdf: 'file-1' },
  ]);
  expect(foldCase(desk.commands, ENV)).toEqual(desk.snapshot);
});

it('is made once of an event, by staff of the unit in whose name it is, who know the case and are not recused', () => {
  const desk = handling();
  for (const by of [CLERK, SUPERVISOR, person('handler', 'education.430407'), person('admin', HOUSING)])
    expect(refusalOf(make(desk, by, 'acceptance', HOUSING))).toEqual(['forbidden', 'case.forbidden']);
  expect(make(desk, HEAD, 'acceptance', HOUSING).ok).toBe(true);
  expect(refusalOf(make(desk, HANDLER, 'acceptance', HOUSING))).toEqual(['refused', 'letter.already_made']);
  const recused = handling().send('RECUSE', HANDLER, NOW, { userId: HANDLER.userId, userIdUnit: HOUSING, reason: 'x' });
  expect(refusalOf(make(recused, HANDLER, 'acceptance', HOUSING))).toEqual(['forbidden', 'case.forbidden']);
});

it('has a place in the register, but not of a sealed case, whose letters are its holder’s', () => {
  expect(refusalOf(make(handling(), HANDLER, 'acceptance', HOUSING, {}))).toEqual(['invalid', 'letter.incomplete']);
  const parties = [{ id: 'r', role: 'respondent', kind: 'organisation', unitId: 'education.430407' }] as const;
  const desk = Desk.open({ class: 'ACCUSATION', categoryCode: '050401', parties }, NOW);
  desk.send('FORWARD', CLERK, NOW, { unitId: desk.context.leadUnitId });
  const discipline = person('handler', desk.context.leadUnitId);
  expect(refusalOf(make(desk, discipline, 'transfer', CENTRE))).toEqual(['invalid', 'letter.incomplete']);
  expect(refusalOf(make(desk, CLERK, 'transfer', CENTRE, {}))).toEqual(['forbidden', 'case.forbidden']);
  expect(make(desk, discipline, 'transfer', CENTRE, {}).ok).toBe(true);
});

it('is read by its unit and by whoever reads the names of the case; others see that there is one', () => {
  const desk = routed();
  const letter = { kind: 'transfer', unitId: CENTRE } as const;
  expect([CLERK, CLERK2, HANDLER, HEAD].map((who) => readsLetter(desk.snapshot, who, letter))).toEqual([true, true, true, true]);
  const others = [person('supervisor', 'governance-centre.430407'), person('handler', 'education.430407'), person('admin', CENTRE)];
  expect(others.map((who) => readsLetter(desk.snapshot, who, letter))).toEqual([false, false, false]);
  expect(readsLetter(desk.snapshot, CLERK, { kind: 'acceptance', unitId: HOUSING })).toBe(false);
});
