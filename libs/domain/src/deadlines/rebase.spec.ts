import type { DomainEnv } from '../case/env.ts';
import type { CaseSnapshot } from '../case/snapshot.ts';
import { at, CLERK, Desk, ENV, mintId, PETITIONER, registration } from '../decide/case.fixture.ts';
import { decide } from '../decide/decide.ts';
import { openCase } from '../decide/open-case.ts';
import { rebase } from './index.ts';
import { RULE_PACKS, rulePackMistakes } from '../rule-packs/index.ts';
import type { RulePack } from '../rule-packs/rule.ts';
import { successor } from '../law/successor.fixture.ts';

describe('a rule pack that takes the place of another', () => {
  const now = at('2026-03-10');
  const running = Desk.open({}, at('2026-03-06')).snapshot;
  const under = (pack: RulePack): DomainEnv => ({ ...ENV, rulePacks: [...RULE_PACKS, pack] });
  const by = (pack: RulePack, open = running.open, today = now) => rebase(open, pack, { at: today, region: '430407', env: under(pack) });

  it('is checked: it stands behind the other, in its region, with all its rules', () => {
    const pack = successor('follow', {});
    expect(rulePackMistakes([...RULE_PACKS, pack])).toEqual([]);
    expect(rulePackMistakes([pack, ...RULE_PACKS])).toContainEqual(expect.stringContaining('which is not there'));
    expect(rulePackMistakes([...RULE_PACKS, { ...pack, rules: pack.rules.slice(1) }])).toEqual([expect.stringContaining('is missing')]);
    expect(rulePackMistakes([...RULE_PACKS, { ...pack, supersedes: 'national-2005' }])).toContainEqual(expect.stringContaining('overlap'));
    expect(rulePackMistakes([...RULE_PACKS, { ...pack, effectiveFrom: '2020-01-01' }])).toContainEqual(
      expect.stringContaining('in force before'),
    );
  });

  it('governs what begins from its first day on, and leaves what began before to the earlier law', () => {
    const pack = successor('keep', { 'PET-FWD': 5 });
    const opened = (receivedAt: string): string | undefined => {
      const decision = openCase(registration({ receivedAt: at(receivedAt) }, now), under(pack));
      return decision.ok ? decision.next.open[0]?.rulePack : undefined;
    };
    expect([opened('2026-03-01'), opened('2026-02-28')]).toEqual([pack.id, 'national-2022']);
  });

  it('leaves running clocks alone unless it says otherwise', () => {
    const { runningClocks: _, ...silent } = successor('keep', { 'PET-FWD': 5 });
    for (const pack of [successor('keep', { 'PET-FWD': 30 }), silent]) expect(by(pack)).toMatchObject({ rows: [], moved: [], kept: [] });
  });

  it('gives more time where it lengthens, and never less', () => {
    const longer = by(successor('lengthen', { 'PET-FWD': 30 }));
    expect(longer.moved).toMatchObject([{ rule: 'PET-FWD', from: '2026-03-23', to: '2026-04-07', packBefore: 'national-2022' }]);
    expect(longer.open).toMatchObject([{ rulePack: 'national-2022.2-lengthen', version: 2, state: 'armed' }]);
    const shorter = by(successor('lengthen', { 'PET-FWD': 10 }));
    expect(shorter).toMatchObject({ rows: [], kept: [{ rule: 'PET-FWD', why: 'would-be-shorter', dueDate: '2026-03-23' }] });
    expect(shorter.open).toEqual(running.open);
  });

  it('shortens where it says that running clocks follow, but never into the past', () => {
    expect(by(successor('follow', { 'PET-FWD': 10 })).moved).toMatchObject([{ from: '2026-03-23', to: '2026-03-16' }]);
    expect(by(successor('follow', { 'PET-FWD': 2 }))).toMatchObject({ rows: [], kept: [{ why: 'would-be-past' }] });
  });

  it('undoes no passing, moves nothing that is due, and no date that a person set', () => {
    const pack = successor('follow', { 'PET-FWD': 60 });
    const fired = running.open.map((one) => ({ ...one, state: 'fired' as const, firedAt: one.dueAt }));
    expect(by(pack, fired)).toMatchObject({ rows: [], open: fired, kept: [] });
    expect(by(pack, running.open, at('2026-03-24'))).toMatchObject({ rows: [], kept: [{ why: 'already-due' }] });
    expect(
      by(
        pack,
        running.open.map((one) => ({ ...one, fixedDate: one.dueDate })),
      ),
    ).toMatchObject({ rows: [], kept: [{ why: 'date-set-by-person' }] });
  });

  it('leaves a narrower region its own law, and other regions alone', () => {
    const pack = successor('follow', { 'PET-FWD': 30 });
    const local: RulePack = { ...pack, id: 'local', region: '430400' };
    const env: DomainEnv = { ...ENV, rulePacks: [...RULE_PACKS, local, pack] };
    const own = running.open.map((one) => ({ ...one, rulePack: 'local' }));
    expect(rebase(own, pack, { at: now, region: '430407', env }).rows).toEqual([]);
    expect(rebase(running.open, local, { at: now, region: '110101', env }).rows).toEqual([]);
    expect(rebase(running.open, local, { at: now, region: '430407', env }).rows).toHaveLength(1);
  });

  it('keeps its due dates when a case that was interrupted goes on', () => {
    const pack = successor('lengthen', { 'PET-FWD': 30 });
    const env = under(pack);
    const desk = Desk.open({ receivedAt: at('2026-02-27') }, at('2026-03-06'));
    const send = (snapshot: CaseSnapshot, type: string, payload: Readonly<Record<string, unknown>>, by = CLERK): CaseSnapshot => {
      const decision = decide(snapshot, { ...desk.command(type, by, now, payload), commandId: mintId() }, env);
      if (!decision.ok) throw new Error(`${type}: ${decision.refusal.code}`);
      return decision.next;
    };
    const rebased = send(desk.snapshot, 'REBASE', { rulePack: pack.id });
    const withdrawn = send(rebased, 'WITHDRAW', { requestedBy: 'party-1', requestedOn: '2026-03-10' });
    const again = send(withdrawn, 'UNDO_WITHDRAW', {}, PETITIONER);
    expect(again.open[0]).toMatchObject({ rulePack: pack.id, dueDate: rebased.open[0]?.dueDate });
  });

  it('moves a case by a fact that says what moved, once, and only as announced', () => {
    const pack = successor('lengthen', { 'PET-FWD': 30 });
    const desk = Desk.open({}, at('2026-03-06'));
    const send = (snapshot: CaseSnapshot, payload: Readonly<Record<string, unknown>>) =>
      decide(snapshot, desk.command('REBASE', CLERK, now, payload), under(pack));
    const [clock] = desk.snapshot.open;
    const moves = [{ deadlineId: clock?.id, from: '2026-03-23', to: '2026-04-07' }];
    expect(send(desk.snapshot, { rulePack: pack.id, moves: [] })).toMatchObject({ ok: false, refusal: { code: 'switch.case_changed' } });
    expect(send(desk.snapshot, { rulePack: 'none' })).toMatchObject({ ok: false, refusal: { code: 'rule_pack.unknown' } });
    const moved = send(desk.snapshot, { rulePack: pack.id, moves });
    expect(moved).toMatchObject({ ok: true, versioned: false, facts: [{ type: 'deadline.rebased', data: { rulePack: pack.id } }] });
    if (moved.ok) expect(send(moved.next, { rulePack: pack.id })).toMatchObject({ ok: false, refusal: { code: 'rule_pack.unchanged' } });
  });
});
