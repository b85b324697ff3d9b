import { explainDeadline } from './explain.ts';
import type { ExplainRequest } from './explain.ts';
import { presentDeadline } from './present.ts';
import { env, owner, utc, start } from './deadlines.fixture.ts';

describe('presenting', () => {
  it('shows what the contract names', () => {
    const row = start('PET-FWD', '2026-02-05T10:00:00');
    const shown = presentDeadline(row, utc('2026-02-06T10:00:00'), env);
    expect(shown).toMatchObject({
      id: row.id,
      rule: 'PET-FWD',
      basis: '《信访工作条例》第22条',
      owner,
      state: 'armed',
      overdue: false,
      dueDate: '2026-02-24',
      dueAt: row.dueAt,
      remaining: { days: 18, workingDays: 7 },
      rulePack: 'national-2022',
      calendarVersion: 'cn-2026.1',
      provisional: false,
    });
    expect(shown).not.toHaveProperty('doneAt');
    expect(shown.derivation).toHaveLength(20);
    expect(presentDeadline({ ...row, state: 'met', doneAt: row.dueAt }, row.dueAt, env).doneAt).toBe(row.dueAt);
    expect(() => presentDeadline({ ...row, calendarVersion: 'cn-1999.1' }, row.dueAt, env)).toThrow('never removed');
  });
});

describe('explaining', () => {
  const ask = (request: Partial<ExplainRequest>): ReturnType<typeof explainDeadline> =>
    explainDeadline(
      { rule: 'PET-HANDLE', region: '430000', triggerAt: '2026-03-06T10:00:00+08:00', ...request },
      { ...env, directory: { division: (code) => (code === '430421' ? {} : undefined) } },
    );
  const code = (request: Partial<ExplainRequest>): string => {
    const result = ask(request);
    return result.ok ? result.explanation.dueDate : `${String(result.status)} ${result.code} ${result.field}`;
  };

  it.each<[Partial<ExplainRequest>, string]>([
    [{ rule: 'PET-FWD', triggerAt: '2026-02-05T10:00:00+08:00' }, '2026-02-24'],
    [{ triggerAt: '2026-07-04T10:00:00+08:00', extensionDays: 30 }, '2026-10-08'],
    [{ region: '430421', pauses: [], extensionDays: 0 }, '2026-05-06'],
    [{ rule: 'PET-RECHECK', pauses: [{ from: '2026-03-10T10:00:00+08:00', to: '2026-03-20T10:00:00+08:00' }] }, '2026-04-15'],
    [{ rule: 'PET-ASSIGN', dueDate: '2026-03-29' }, '2026-03-29'],
    [{ rule: 'PET-ASSIGN' }, '400 deadline.date_set_by_person dueDate'],
    [{ rule: 'PET-ASSIGN', dueDate: '2026-03-01' }, '400 deadline.date_out_of_range dueDate'],
    [{ dueDate: '2026-03-29' }, '400 deadline.date_is_counted dueDate'],
    [{ pauses: [{ from: '2026-03-10T00:00:00Z', to: '2026-03-12T00:00:00Z' }] }, '400 deadline.not_pausable pauses'],
    [{ rule: 'PET-RECHECK', pauses: [{ from: '2026-03-12T00:00:00Z', to: '2026-03-10T00:00:00Z' }] }, '400 deadline.pause_invalid pauses'],
    [
      { rule: 'PET-RECHECK', pauses: [{ from: '2026-03-12T00:00:00Z', to: '2096-03-10T00:00:00Z' }] },
      '400 deadline.date_out_of_range pauses',
    ],
    [{ extensionDays: 31 }, '400 deadline.not_extendable extensionDays'],
    [{ extensionDays: -1 }, '400 deadline.not_extendable extensionDays'],
    [{ rule: 'PET-REVIEW', extensionDays: 1 }, '400 deadline.not_extendable extensionDays'],
    [{ rule: 'NO-SUCH' }, '404 deadline.unknown_rule rule'],
    [{ rule: 'PET-OBJECT', triggerAt: '2021-03-08T10:00:00+08:00' }, '404 deadline.unknown_rule rule'],
    [{ region: '999999' }, '400 deadline.unknown_region region'],
    [{ region: '430499' }, '400 deadline.unknown_region region'],
    [{ triggerAt: '9999-12-31T23:00:00Z' }, '400 deadline.date_out_of_range triggerAt'],
    [{ triggerAt: 'never' }, '400 deadline.date_out_of_range triggerAt'],
  ])('%j → %s', (request, want) => {
    expect(code(request)).toBe(want);
  });

  it('answers with the basis, the versions and every day', () => {
    const result = ask({});
    if (!result.ok) throw new Error(result.code);
    expect(result.explanation).toMatchObject({
      rule: 'PET-HANDLE',
      basis: '《信访工作条例》第34条',
      rulePack: 'national-2022',
      calendarVersion: 'cn-2026.1',
      provisional: false,
    });
    expect(result.explanation.derivation).toHaveLength(62);
    expect(ask({ triggerAt: '2028-03-05T10:00:00+08:00' })).toMatchObject({ ok: true, explanation: { provisional: true } });
    expect(ask({ rule: 'NO-SUCH' })).toMatchObject({ reason: { zh: expect.any(String), en: expect.any(String) } });
  });
});
