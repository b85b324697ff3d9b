import type { CaseCommand } from '../case/command.ts';
import type { OpenDeadline } from '../case/deadline.ts';
import type { DomainEnv } from '../case/env.ts';
import type { CaseSnapshot } from '../case/snapshot.ts';
import { at, CLERK, Desk, ENV, HANDLER, registration } from '../decide/case.fixture.ts';
import { decide } from '../decide/decide.ts';
import { foldCase } from '../decide/fold.ts';
import { openCase } from '../decide/open-case.ts';
import { PROCEDURE_DEFINITIONS } from '../definitions/procedures.ts';
import { RULE_PACKS } from '../rule-packs/index.ts';
import { OFFICIAL_CALENDARS } from '../calendar/index.ts';
import { firstEdition, isInForce, nextEdition } from './edition.ts';
import type { LawMaterial } from './edition.ts';
import { lawBook, asOfEdition } from './law-book.ts';
import { successor } from './successor.fixture.ts';
import { SUGGESTION_TWO } from './suggestion-two.fixture.ts';
import { UnknownLaw } from './unknown-law.ts';

const calendars = OFFICIAL_CALENDARS;
const shipped: LawMaterial = { calendars, rulePacks: RULE_PACKS, procedures: PROCEDURE_DEFINITIONS };

describe('editions', () => {
  it('begins with everything that ships, and names one version more with each switch', () => {
    const pack = successor('keep', {});
    const first = firstEdition(shipped);
    expect(first.procedures).toMatchObject({ petition: 1, suggestion: 1, accusation: 2, guided: 2 });
    expect(Object.keys(first.procedures).sort()).toEqual([...new Set(shipped.procedures.map(({ id }) => id))].sort());
    const second = nextEdition(first, { kind: 'rule-pack', id: pack.id });
    const third = nextEdition(second, { kind: 'procedure', id: 'suggestion', version: 2 });
    expect([second.number, second.rulePacks.at(-1), third.number, third.procedures['suggestion']]).toEqual([2, pack.id, 3, 2]);
    expect([isInForce(first, { kind: 'rule-pack', id: pack.id }), isInForce(third, { kind: 'rule-pack', id: pack.id })]).toEqual([
      false,
      true,
    ]);
    expect(isInForce(third, { kind: 'procedure', id: 'suggestion', version: 1 })).toBe(false);
  });

  it('leaves earlier editions what they were', () => {
    const pack = successor('keep', { 'PET-FWD': 5 });
    const material: LawMaterial = { ...shipped, rulePacks: [...RULE_PACKS, pack], procedures: [SUGGESTION_TWO, ...PROCEDURE_DEFINITIONS] };
    const first = firstEdition(shipped);
    const second = nextEdition(first, { kind: 'rule-pack', id: pack.id });
    const third = nextEdition(second, { kind: 'procedure', id: 'suggestion', version: 2 });
    const env = lawBook(material, [first, second, third], ENV.directory);
    expect(env.law?.edition).toBe(3);
    expect(env.law?.procedures.current('suggestion').version).toBe(2);
    expect(asOfEdition(env, 2).law?.procedures.current('suggestion').version).toBe(1);
    expect(asOfEdition(env, undefined).rulePacks.map(({ id }) => id)).toEqual(RULE_PACKS.map(({ id }) => id));
    expect(asOfEdition(env, 1).law?.earlier(3)).toBe(env);
    expect(() => asOfEdition(env, 4)).toThrow(RangeError);
    expect(() => lawBook(shipped, [first, second], ENV.directory)).toThrow(/national-2022.2-keep/);
    expect(() => lawBook(material, [first, third], ENV.directory)).toThrow(/edition 2/);
  });

  it('folds a history by the law that each of its commands was decided under', () => {
    const pack = successor('keep', { 'PET-FWD': 5 });
    const first = firstEdition(shipped);
    const material: LawMaterial = { ...shipped, rulePacks: [...RULE_PACKS, pack] };
    const env = lawBook(material, [first, nextEdition(first, { kind: 'rule-pack', id: pack.id })], ENV.directory);
    const now = at('2026-03-06');
    const command: CaseCommand = registration({}, now);
    const opened = (law: DomainEnv, edition: number): CaseSnapshot => {
      const decision = openCase({ ...command, edition }, law);
      if (!decision.ok) throw new Error(decision.refusal.code);
      return decision.next;
    };
    const [old, renewed] = [opened(asOfEdition(env, 1), 1), opened(env, 2)];
    expect([old.open[0]?.dueDate, renewed.open[0]?.dueDate]).toEqual(['2026-03-23', '2026-03-11']);
    expect(foldCase([{ ...command, edition: 1 }], env)).toEqual(old);
    expect(foldCase([{ ...command, edition: 2 }], env)).toEqual(renewed);
    // What was stored before there were editions was decided under the first.
    expect(foldCase([command], env)).toEqual(old);
  });

  it('knows when a version is not known here', () => {
    const desk = Desk.open();
    const [clock] = desk.snapshot.open;
    const foreign: CaseSnapshot = { ...desk.snapshot, open: [{ ...(clock as OpenDeadline), rulePack: 'a later one' }] };
    const step = { deadlineId: clock?.id, step: clock?.nextStep, version: clock?.version };
    expect(() => decide(foreign, desk.command('DEADLINE_STEP', CLERK, clock?.nextAt ?? '', step), ENV)).toThrow(UnknownLaw);
    expect(() => decide({ ...desk.snapshot, procedureVersion: 9 }, desk.command('ACCEPT', HANDLER, at('2026-03-07')), ENV)).toThrow(
      UnknownLaw,
    );
  });
});
