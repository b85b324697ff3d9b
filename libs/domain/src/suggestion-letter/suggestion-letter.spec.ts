import { at, CENTRE, Desk, ENV, HANDLER, HEAD, HOUSING, LEADER, SUPERVISOR } from '../decide/case.fixture.ts';
import { foldCase } from '../decide/index.ts';
import { knowledge } from '../access/knowledge.ts';
import { NOW, routed } from '../decide/petition-steps.fixture.ts';
import type { SuggestionKind } from '../case/suggestion-letter.ts';
import { suggestionOpening, suggestionView, whyNoLetter } from './index.ts';

const GOVERNMENT = 'petition-office.430407';
const letter = (kind: SuggestionKind = 'improve-work', more = {}): Desk =>
  routed().beside(suggestionOpening({ kind, unitId: HOUSING, by: CENTRE, ...more }), SUPERVISOR, NOW);

describe('a letter of suggestion', () => {
  it('is answered within its local default, adopted and followed until it is done', () => {
    const desk = letter();
    expect([desk.state, desk.armed('PET-SUGG-FEEDBACK')?.dueDate]).toEqual(['issued', '2026-04-07']);
    expect(desk.lastNotices).toEqual([{ kind: 'letter.issued', unitId: HOUSING, roles: ['handler', 'head'] }]);
    desk.send('CONFIRM_LETTER', HANDLER, NOW).send('ANSWER_LETTER', HEAD, at('2026-03-20'), { adopted: 'partly', reply: 'x' });
    expect([desk.state, desk.all('PET-SUGG-FEEDBACK')[0]?.state, desk.armed('SUGG-FOLLOW')?.dueDate]).toEqual([
      'adopted',
      'met',
      '2026-04-20',
    ]);
    expect(desk.lastNotices).toEqual([{ kind: 'letter.answered', unitId: CENTRE, roles: ['supervisor'] }]);
    expect(desk.refuses('CONCLUDE_LETTER', SUPERVISOR, at('2026-03-21')).reason.en).toContain('Put into effect');
    desk.send('REPORT_ADOPTION', HANDLER, at('2026-04-01'), { report: 'x' });
    expect(desk.armed('SUGG-FOLLOW')?.dueDate).toBe('2026-05-06');
    desk.send('REPORT_ADOPTION', HANDLER, at('2026-04-10'), { report: 'x', done: true });
    expect([desk.state, desk.snapshot.open.length]).toEqual(['put-into-effect', 0]);
    expect(desk.send('CONCLUDE_LETTER', LEADER, at('2026-04-13')).state).toBe('letter-concluded');
    expect(suggestionView(desk.context)).toMatchObject({ adopted: 'partly', done: true, reports: 2, kindLabel: { zh: '改进工作建议书' } });
    expect(foldCase(desk.commands, ENV)).toEqual(desk.snapshot);
  });

  it('that isn’t adopted has its reasons; one that is overdue is asked for again, nobody is supervised for it', () => {
    const desk = letter().pass(at('2026-05-01'));
    expect(desk.facts.map(({ type }) => type).filter((type) => type.startsWith('deadline.'))).toEqual([
      'deadline.reminded',
      'deadline.passed',
      'deadline.urged',
    ]);
    desk.send('ANSWER_LETTER', HEAD, at('2026-05-06'), { adopted: 'no', reply: 'x' });
    expect([desk.state, desk.snapshot.open]).toEqual(['declined', []]);
    expect(desk.refuses('CONCLUDE_LETTER', HEAD, at('2026-05-06')).kind).toBe('forbidden');
    expect(desk.send('CONCLUDE_LETTER', SUPERVISOR, at('2026-05-06')).state).toBe('letter-concluded');
  });

  it('to change a policy is reported to the government of the level, which sees it', () => {
    const desk = letter('change-policy', { reportedTo: GOVERNMENT });
    expect(desk.lastNotices.at(-1)).toEqual({ kind: 'letter.reported', unitId: GOVERNMENT, roles: ['handler', 'head'] });
    const reader = { ...HANDLER, userId: 'government', unitId: GOVERNMENT };
    expect([knowledge(desk.context, reader), knowledge(letter().context, reader)]).toEqual(['full', 'none']);
  });

  it('to hold somebody to account goes to whoever has the authority, and none comes of an accusation', () => {
    const { snapshot } = routed();
    expect(whyNoLetter(snapshot, 'hold-to-account', { id: HOUSING, function: 'housing-construction' })?.basis).toBe(
      '《信访工作条例》第40条第3款',
    );
    expect(whyNoLetter(snapshot, 'hold-to-account', { id: 'discipline.430407', function: 'discipline' })).toBeNull();
    expect(whyNoLetter(snapshot, 'improve-work', { id: HOUSING, function: 'housing-construction' })).toBeNull();
    const sealed = Desk.open({ class: 'ACCUSATION', categoryCode: '050401' });
    expect(whyNoLetter(sealed.snapshot, 'improve-work', { id: 'discipline.430407', function: 'discipline' })?.kind).toBe('refused');
  });

  it('is withdrawn by whoever issued it, until it is answered', () => {
    expect(letter().refuses('WITHDRAW_LETTER', HEAD, NOW, { reason: 'x' }).kind).toBe('forbidden');
    expect(letter().send('WITHDRAW_LETTER', SUPERVISOR, NOW, { reason: 'x' }).state).toBe('letter-withdrawn');
  });
});
