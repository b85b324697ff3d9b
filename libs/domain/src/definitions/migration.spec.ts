import type { DomainEnv } from '../case/env.ts';
import type { CaseSnapshot } from '../case/snapshot.ts';
import { at, CLERK, Desk, ENV, HANDLER, HOUSING, PETITIONER, registration } from '../decide/case.fixture.ts';
import { decide } from '../decide/decide.ts';
import { foldCase } from '../decide/fold.ts';
import { openCase } from '../decide/open-case.ts';
import { migrate, migrationMistakes } from './migration.ts';
import { PROCEDURE_DEFINITIONS, procedureBook } from './procedures.ts';
import { SUGGESTION_TWO } from '../law/suggestion-two.fixture.ts';

describe('a second version of a procedure', () => {
  const book = procedureBook([SUGGESTION_TWO, ...PROCEDURE_DEFINITIONS]);
  const first = book.of('suggestion', 1);
  const env: DomainEnv = {
    ...ENV,
    law: {
      edition: 2,
      procedures: book,
      earlier: () => ({ ...ENV, law: { edition: 1, procedures: procedureBook(PROCEDURE_DEFINITIONS), earlier: () => env } }),
    },
  };
  const now = at('2026-03-10');
  const objected = (): Desk =>
    Desk.open({ class: 'SUGGESTION', categoryCode: '010903' })
      .send('FORWARD', CLERK, at('2026-03-07'), { unitId: HOUSING })
      .send('OBJECT', HANDLER, at('2026-03-09'), { reason: '不属本单位职责' });
  const migration = (desk: Desk, payload: Readonly<Record<string, unknown>> = { to: 2 }) =>
    decide(desk.snapshot, desk.command('MIGRATE', CLERK, now, payload), env);

  it('has a sound map, and mistakes in one are found', () => {
    expect(migrationMistakes(first, SUGGESTION_TWO)).toEqual([]);
    const { migration: map } = SUGGESTION_TWO;
    if (map === undefined) throw new Error('it has a map');
    const { objected: _, ...states } = map.states;
    const wrong = {
      ...SUGGESTION_TWO,
      migration: { ...map, states: { ...states, handling: 'nowhere', answered: 'served', old: 'routed' } },
    };
    expect(migrationMistakes(first, wrong)).toEqual([
      expect.stringContaining('says nothing of objected'),
      expect.stringContaining('nowhere, which is no state'),
      expect.stringContaining('would close or open'),
      expect.stringContaining('old was no state'),
    ]);
    expect(migrationMistakes(first, first)).toEqual(['suggestion@1: has no map']);
  });

  it('is what new cases run on at once, while running ones stay on theirs', () => {
    const opened = openCase(registration({ class: 'SUGGESTION' }, now), env);
    expect(opened).toMatchObject({ ok: true, next: { procedureVersion: 2 } });
    const running = Desk.open({ class: 'SUGGESTION' }).send('FORWARD', CLERK, at('2026-03-07'), { unitId: HOUSING });
    expect(decide(running.snapshot, running.command('OBJECT', HANDLER, at('2026-03-09'), { reason: '不属本单位' }), env)).toMatchObject({
      ok: true,
      next: { procedureVersion: 1, state: 'objected' },
    });
  });

  it('takes a running case over: its state mapped, its clocks as they run, by a fact', () => {
    const desk = objected();
    expect(migration(desk, { to: 2, state: 'routed' })).toMatchObject({ ok: false, refusal: { code: 'switch.case_changed' } });
    const decision = migration(desk, { to: 2, state: 'objected' });
    if (!decision.ok) throw new Error(decision.refusal.code);
    expect(decision).toMatchObject({
      versioned: true,
      deadlines: [],
      facts: [
        { type: 'procedure.migrated', data: { from: 'suggestion@1', stateAfter: 'routed', stateBefore: 'objected', to: 'suggestion@2' } },
      ],
      next: { procedure: 'suggestion', procedureVersion: 2, state: 'routed', open: desk.snapshot.open, context: { memo: { round: 0 } } },
    });
    // It goes on by the new version's table: nobody objects there.
    const objection = desk.command('OBJECT', HANDLER, at('2026-03-11'), { reason: '不属本单位' });
    expect(decide(decision.next, objection, env)).toMatchObject({ ok: false, refusal: { kind: 'refused' } });
    expect(decide(decision.next, desk.command('ACCEPT', HANDLER, at('2026-03-11')), env)).toMatchObject({
      ok: true,
      next: { state: 'handling' },
    });
    const commands = [
      ...desk.commands.map((one) => ({ ...one, edition: 1 })),
      { ...desk.command('MIGRATE', CLERK, now, { to: 2 }), edition: 2 },
    ];
    expect(foldCase(commands, env)).toEqual(decision.next);
  });

  it('maps the state that an interrupted case goes back to', () => {
    const desk = objected().send('WITHDRAW', CLERK, at('2026-03-10'), {
      requestedBy: 'party-1',
      requestedOn: '2026-03-10',
      evidence: '撤回申请',
    });
    const decision = migration(desk);
    if (!decision.ok) throw new Error(decision.refusal.code);
    const undone = decide(decision.next, desk.command('UNDO_WITHDRAW', PETITIONER, at('2026-03-11')), env);
    expect(undone).toMatchObject({ ok: true, next: { state: 'routed', procedureVersion: 2 } });
  });

  it('leaves behind what it has no place for, and says why', () => {
    const desk = objected();
    const at2 = (snapshot: CaseSnapshot) => migrate(snapshot, 2, book);
    expect(at2({ ...desk.snapshot, state: 'merged' })).toMatchObject({ ok: false, code: 'migration.state_stays' });
    const unclocked = procedureBook([{ ...SUGGESTION_TWO, deadlines: ['PET-FWD'] }, ...PROCEDURE_DEFINITIONS]);
    expect(migrate(desk.snapshot, 2, unclocked)).toMatchObject({ ok: false, code: 'migration.clock_unknown' });
    const { migration: _, ...mapless } = SUGGESTION_TWO;
    expect(migrate(desk.snapshot, 2, procedureBook([mapless, ...PROCEDURE_DEFINITIONS]))).toMatchObject({
      ok: false,
      code: 'migration.no_map',
    });
    expect(at2({ ...desk.snapshot, procedureVersion: 2 })).toMatchObject({ ok: false, code: 'migration.unchanged' });
    expect(migrate({ ...desk.snapshot, procedureVersion: 2 }, 1, book)).toMatchObject({ ok: false, code: 'migration.backwards' });
  });
});

it('has a sound map to every shipped version that takes cases over', () => {
  const later = PROCEDURE_DEFINITIONS.filter(({ migration }) => migration !== undefined);
  const book = procedureBook(PROCEDURE_DEFINITIONS);
  expect(later.flatMap((one) => migrationMistakes(book.of(one.id, one.version - 1), one))).toEqual([]);
});
