import { at, CENTRE, CLERK, CLERK2, Desk, ENV, HANDLER, HEAD, HOUSING, person, PETITIONER } from '../decide/case.fixture.ts';
import { foldCase } from '../decide/fold.ts';

const OTHER = 'petition-office.430407';
/** A Monday. */
const NOW = at('2026-03-09');
const order = (): Desk => Desk.open({ procedure: 'hotline' }, NOW);
const dispatched = (payload: Readonly<Record<string, unknown>> = {}): Desk =>
  order().send('DISPATCH', CLERK, NOW, { unitId: HOUSING, ...payload });
const replied = (): Desk =>
  dispatched().send('CONFIRM_RECEIPT', HANDLER, NOW).send('REPLY_ORDER', HANDLER, at('2026-03-10'), { result: 'solved', reply: 'x' });
const folds = (desk: Desk): void => {
  expect(foldCase(desk.commands, ENV)).toEqual(desk.snapshot);
};
const armed = (desk: Desk): Readonly<Record<string, string>> =>
  Object.fromEntries(desk.snapshot.open.filter(({ state }) => state === 'armed').map(({ rule, dueDate }) => [rule, dueDate]));

it('is dispatched, signed for, done, replied to and called back, each in its own time', () => {
  const desk = order();
  expect(armed(desk)).toEqual({ 'HOT-DISPATCH': '2026-03-10' });
  desk.send('DISPATCH', CLERK, NOW, { unitId: HOUSING });
  expect(armed(desk)).toEqual({ 'HOT-SIGN': '2026-03-10', 'HOT-RETURN': '2026-03-11', 'HOT-DO': '2026-03-16' });
  expect(desk.lastNotices).toEqual([{ kind: 'order.dispatched', unitId: HOUSING, roles: ['handler', 'head'] }]);
  desk.send('CONFIRM_RECEIPT', HANDLER, NOW);
  expect(desk.refuses('EXTEND', HANDLER, NOW, { days: 10, reason: 'x' }).kind).toBe('forbidden');
  expect(desk.refuses('EXTEND', HEAD, NOW, { days: 11, reason: 'x' }).kind).toBe('invalid');
  desk.send('EXTEND', HEAD, NOW, { days: 10, reason: 'x' });
  expect(armed(desk)['HOT-DO']).toBe('2026-03-30');
  expect(desk.refuses('EXTEND', HEAD, NOW, { days: 1, reason: 'x' }).reason.en).toContain('once');
  desk.send('REPLY_ORDER', HANDLER, at('2026-03-10'), { result: 'solved', reply: 'x' });
  expect(armed(desk)).toEqual({ 'HOT-CALLBACK': '2026-03-11' });
  expect(desk.refuses('CALL_BACK', HANDLER, at('2026-03-10'), { outcome: 'solved', value: 'satisfied' }).kind).toBe('forbidden');
  desk.send('CALL_BACK', CLERK, at('2026-03-11'), { outcome: 'solved', value: 'satisfied' });
  expect([desk.state, desk.snapshot.open]).toEqual(['called-back', []]);
  expect(desk.send('ARCHIVE', CLERK, at('2026-03-11')).state).toBe('archived');
  folds(desk);
});

it('comes back from the wrong unit within two working days with its reason, and no later', () => {
  const desk = dispatched()
    .send('CONFIRM_RECEIPT', HANDLER, NOW)
    .send('RETURN_ORDER', HANDLER, at('2026-03-11', '23:59:59'), { reason: 'x' });
  expect([desk.state, desk.context.holderUnitId]).toEqual(['returned', CENTRE]);
  expect(armed(desk)).toEqual({ 'HOT-DISPATCH': '2026-03-12' });
  expect(desk.lastNotices).toEqual([{ kind: 'order.returned', unitId: CENTRE, roles: ['clerk', 'supervisor'] }]);
  folds(desk);
  const late = dispatched().pass(at('2026-03-12', '00:00:00'));
  expect(late.refuses('RETURN_ORDER', HANDLER, at('2026-03-12', '00:00:00'), { reason: 'x' }).reason.en).toContain('2026-03-11');
  // The right has lapsed; nobody is overdue for not having used it.
  expect(late.factTypes().filter((type) => type === 'deadline.urged')).toHaveLength(1);
});

it('is never returned by a designated unit, and after two returns the unit is designated', () => {
  const designated = dispatched({ designated: true });
  expect(armed(designated)).not.toHaveProperty('HOT-RETURN');
  expect(designated.refuses('RETURN_ORDER', HANDLER, NOW, { reason: 'x' })).toMatchObject({
    kind: 'refused',
    reason: { en: expect.stringContaining('designated') as string },
  });

  const desk = dispatched()
    .send('RETURN_ORDER', HANDLER, NOW, { reason: 'x' })
    .send('DISPATCH', CLERK, NOW, { unitId: OTHER })
    .send('RETURN_ORDER', person('handler', OTHER), NOW, { reason: 'x' });
  expect(desk.refuses('DISPATCH', CLERK, NOW, { unitId: HOUSING }).reason.en).toContain('designate');
  desk.send('DISPATCH', CLERK, NOW, { unitId: HOUSING, designated: true });
  expect(desk.refuses('RETURN_ORDER', HANDLER, NOW, { reason: 'x' }).kind).toBe('refused');
  folds(desk);
});

it('is done again once when the caller is dissatisfied; silence is no satisfaction', () => {
  const desk = replied().send('CALL_BACK', CLERK, at('2026-03-10'), { outcome: 'unreached' });
  expect([desk.state, armed(desk), desk.context.memo['ratings']]).toEqual(['replied', { 'HOT-CALLBACK': '2026-03-11' }, undefined]);
  desk.send('CALL_BACK', CLERK2, at('2026-03-11'), { outcome: 'unresolved', value: 'dissatisfied' });
  expect(desk.refuses('ARCHIVE', CLERK, at('2026-03-11')).kind).toBe('refused');
  desk.send('REDO', CLERK, at('2026-03-11'), { reason: 'x' });
  expect([desk.state, desk.context.holderUnitId, armed(desk)]).toEqual(['doing', HOUSING, { 'HOT-DO': '2026-03-18' }]);
  desk
    .send('REPLY_ORDER', HANDLER, at('2026-03-12'), { result: 'planned', reply: 'x', plan: 'x' })
    .send('CALL_BACK', CLERK, at('2026-03-13'), { outcome: 'explained', value: 'dissatisfied' });
  expect(desk.refuses('REDO', CLERK, at('2026-03-13'), { reason: 'x' }).reason.en).toContain('already');
  expect(desk.send('ARCHIVE', CLERK, at('2026-03-13')).state).toBe('archived');
  folds(desk);

  const silent = replied();
  for (let n = 0; n < 3; n++) silent.send('CALL_BACK', CLERK, at('2026-03-11'), { outcome: 'unreached' });
  expect([silent.state, silent.context.memo['ratings']]).toEqual(['called-back', undefined]);
  expect(silent.refuses('ARCHIVE', CLERK, at('2026-03-11')).reason.en).toContain('visit');
});

it('goes to 110 with a receipt; what nobody takes is accepted by whoever received it first', () => {
  const desk = order().send('HAND_OVER', CLERK, NOW, { platform: '110', reason: 'x' });
  expect([desk.state, armed(desk)]).toEqual(['handing-over', { 'HOT-RECEIPT': '2026-03-10' }]);
  const taken = desk.send('RECORD_RECEIPT', CLERK, NOW, { receiptNo: '110-20260309-7' });
  expect([taken.state, taken.snapshot.open, taken.facts.at(-1)?.data]).toEqual([
    'handed-over',
    [],
    { platform: '110', receiptNo: '110-20260309-7' },
  ]);
  folds(taken);

  const declined = order()
    .send('HAND_OVER', CLERK, NOW, { platform: '110', reason: 'x' })
    .send('HANDOVER_DECLINED', CLERK, NOW, { reason: 'x' });
  expect(declined.refuses('HAND_OVER', CLERK, NOW, { platform: '110', reason: 'x' })).toMatchObject({
    basis: expect.stringContaining('12号') as string,
  });
  expect(declined.send('DISPATCH', CLERK, NOW, { unitId: HOUSING }).state).toBe('dispatched');
  folds(declined);
});

it('is urged and then supervised when it lies; it becomes a petition under its own number, and a matter becomes an order', () => {
  const lying = dispatched().send('CONFIRM_RECEIPT', HANDLER, NOW).pass(at('2026-03-25'));
  expect(lying.facts.filter(({ rule }) => rule === 'HOT-DO').map(({ type }) => type)).toEqual([
    'deadline.reminded',
    'deadline.passed',
    'deadline.urged',
    'supervision.opened',
  ]);
  const id = lying.context.caseId;
  lying.send('RECLASSIFY', CLERK, at('2026-03-25'), { settledProcedure: 'petition', reason: 'x' });
  expect([lying.snapshot.procedure, lying.context.caseId, lying.armed('PET-FWD') !== undefined]).toEqual(['petition', id, true]);
  const back = Desk.open({}, NOW).send('RECLASSIFY', CLERK, NOW, { settledProcedure: 'hotline', reason: 'x' });
  expect([back.snapshot.procedure, armed(back)]).toEqual(['hotline', { 'HOT-DISPATCH': '2026-03-10' }]);
  const withdrawn = dispatched().send('WITHDRAW', PETITIONER, NOW, {}).send('UNDO_WITHDRAW', PETITIONER, NOW);
  expect([withdrawn.state, armed(withdrawn)['HOT-SIGN']]).toEqual(['dispatched', '2026-03-10']);
  folds(withdrawn);
});

it('what 110 passed on is owed a receipt with its number, and 110, which received it first, may not decline it back', () => {
  const desk = Desk.open({ procedure: 'hotline', channel: 'transfer-110' }, NOW);
  expect(desk.snapshot.open.map(({ rule }) => rule)).toEqual(['HOT-DISPATCH', 'HOT-INBOUND']);
  expect(desk.refuses('GIVE_RECEIPT', HANDLER, NOW, { receiptNo: '110-9' }).kind).toBe('forbidden');
  desk.send('GIVE_RECEIPT', CLERK, NOW, { receiptNo: '110-9' });
  expect([desk.armed('HOT-INBOUND'), desk.facts.at(-1)?.data]).toEqual([undefined, { platform: '110', receiptNo: '110-9' }]);
  expect(desk.refuses('GIVE_RECEIPT', CLERK, NOW, { receiptNo: '110-9' }).kind).toBe('refused');
  desk.send('HAND_OVER', CLERK, NOW, { platform: '110', reason: 'x' });
  expect(desk.refuses('HANDOVER_DECLINED', CLERK, NOW, { reason: 'x' }).code).toBe('hotline.first_receiver');
  const elsewhere = Desk.open({ procedure: 'hotline', channel: 'transfer-110' }, NOW).send('HAND_OVER', CLERK, NOW, { platform: '119' });
  expect(elsewhere.send('HANDOVER_DECLINED', CLERK, NOW, { reason: 'x' }).context.memo).toMatchObject({ firstReceiver: true });
  expect(Desk.open({ procedure: 'hotline' }, NOW).refuses('GIVE_RECEIPT', CLERK, NOW, { receiptNo: '1' }).kind).toBe('refused');
});
