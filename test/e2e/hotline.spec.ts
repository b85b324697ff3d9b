import type { Answer, Client } from './product.ts';
import { intake, Product } from './product.ts';

interface Row {
  readonly rule: string;
  readonly state: string;
  readonly dueDate: string;
}

let product: Product;
let clerk: Client;
let handler: Client;
beforeAll(async () => {
  product = await Product.start();
  clerk = await product.as('clerk');
  handler = await product.as('housing-construction.430407.handler');
}, 120_000);
afterAll(async () => {
  expect(await product.stop()).toBe(0);
}, 60_000);

const CALLER = [{ role: 'petitioner', kind: 'person', name: '测试人甲', phone: '13900004321' }];
const call = async (channel = 'hotline-12345'): Promise<Answer> => {
  const answer = await clerk.post('/api/cases', intake(await product.now(), { procedure: 'hotline', channel, parties: CALLER }));
  expect([answer.status, answer.body['procedure']]).toEqual([201, 'hotline']);
  return answer;
};
const idOf = (answer: Answer): string => String(answer.body['id']);
const unitOf = (answer: Answer): string => String(answer.body['routing']?.['lead']?.['unitId']);
const clocksOf = async (id: string): Promise<readonly string[]> => {
  const rows = (await clerk.get(`/api/cases/${id}`)).body['deadlines'] as unknown as readonly Row[];
  return rows.map(({ rule, state }) => `${rule} ${state}`).sort();
};
const noticesOf = async (who: Client, caseId: string): Promise<readonly string[]> => {
  const items = (await who.get('/api/inbox?limit=200')).body['items'] as unknown as readonly { kind: string; caseId: string }[];
  return items.filter((one) => one.caseId === caseId).map(({ kind }) => kind);
};
/** Notices arrive once the clock has settled: nothing is left undone when it answers. */
const settleNotices = async (): Promise<void> => {
  expect((await product.moveClock(new Date(Date.parse(await product.now()) + 1000).toISOString())).status).toBe(200);
};
const dispatch = async (order: Answer, payload: Readonly<Record<string, unknown>> = {}): Promise<void> => {
  expect((await clerk.command(idOf(order), 'DISPATCH', { unitId: unitOf(order), ...payload })).status).toBe(200);
};

it('M035 a 12345 work order is dispatched, signed for, done, replied to and called back under one number', async () => {
  const order = await call();
  const id = idOf(order);
  expect(await clocksOf(id)).toEqual(['HOT-DISPATCH armed']);
  expect((await handler.get(`/api/cases/${id}`)).status).toBe(404);
  await dispatch(order);
  expect(await clocksOf(id)).toEqual(['HOT-DISPATCH met', 'HOT-DO armed', 'HOT-RETURN armed', 'HOT-SIGN armed']);
  await settleNotices();
  expect(await noticesOf(handler, id)).toContain('order.dispatched');
  expect((await handler.command(id, 'CONFIRM_RECEIPT')).body['state']).toBe('doing');
  expect((await handler.command(id, 'EXTEND', { days: 5, reason: '等配件' })).status).toBe(403);
  const head = await product.as('housing-construction.430407.head');
  expect((await head.command(id, 'EXTEND', { days: 11, reason: '等配件' })).status).toBe(400);
  expect((await head.command(id, 'EXTEND', { days: 5, reason: '等配件' })).status).toBe(200);
  expect((await handler.command(id, 'REPLY_ORDER', { result: 'planned', reply: '缺配件' })).status).toBe(400);
  expect((await handler.command(id, 'REPLY_ORDER', { result: 'solved', reply: '已修复' })).body['state']).toBe('replied');
  expect((await handler.command(id, 'CALL_BACK', { outcome: 'solved', value: 'satisfied' })).status).toBe(403);
  expect((await clerk.command(id, 'CALL_BACK', { outcome: 'unreached', value: 'satisfied' })).status).toBe(400);
  expect((await clerk.command(id, 'CALL_BACK', { outcome: 'unresolved', value: 'dissatisfied', note: '又坏了' })).status).toBe(200);
  expect((await clerk.command(id, 'ARCHIVE')).status).toBe(409);
  expect((await clerk.command(id, 'REDO', { reason: '不满意' })).body['state']).toBe('doing');
  await settleNotices();
  expect(await noticesOf(handler, id)).toContain('order.redo');
  expect((await handler.command(id, 'REPLY_ORDER', { result: 'solved', reply: '已更换' })).status).toBe(200);
  expect((await clerk.command(id, 'CALL_BACK', { outcome: 'solved', value: 'satisfied' })).status).toBe(200);
  expect((await clerk.command(id, 'ARCHIVE')).body['state']).toBe('archived');
  const seen = (await clerk.get(`/api/cases/${id}`)).body;
  expect(seen['caseNo']).toBe(order.body['caseNo']);
  expect((await clerk.get(`/api/cases/${id}/verify`)).body).toMatchObject({ valid: true });
});

it('M035 the wrong unit returns an order within two working days, a designated one never', async () => {
  const [wrong, designated, late] = [await call(), await call(), await call()];
  await dispatch(wrong);
  await dispatch(designated, { designated: true });
  await dispatch(late);
  expect((await handler.command(idOf(wrong), 'RETURN_ORDER', { reason: '不属本单位' })).body).toMatchObject({ state: 'returned' });
  await settleNotices();
  expect(await noticesOf(clerk, idOf(wrong))).toContain('order.returned');
  const refused = await handler.command(idOf(designated), 'RETURN_ORDER', { reason: '不属本单位' });
  expect([refused.status, refused.body['code']]).toEqual([409, 'case.command_refused']);

  const rows = (await clerk.get(`/api/cases/${idOf(late)}`)).body['deadlines'] as unknown as readonly (Row & { dueAt: string })[];
  const right = rows.find(({ rule }) => rule === 'HOT-RETURN');
  expect((await product.moveClock(String(right?.dueAt))).status).toBe(200);
  expect((await handler.command(idOf(late), 'RETURN_ORDER', { reason: '不属本单位' })).status).toBe(409);
  // It was not signed for either, which is urged; a right that lapsed is not.
  const history = (await clerk.get(`/api/cases/${idOf(late)}/history`)).body['items'] as unknown as readonly {
    type: string;
    rule?: string;
  }[];
  expect(history.filter(({ type }) => type === 'deadline.urged').map(({ rule }) => rule)).toEqual(['HOT-SIGN']);
});

it('M035 110 and 12345 hand over with a receipt; what is unclear the first receiver accepts, under the same number', async () => {
  const [danger, unclear, fromPolice] = [await call(), await call(), await call('transfer-110')];
  expect((await clerk.command(idOf(danger), 'HAND_OVER', { platform: '110', reason: '正在打架' })).body['state']).toBe('handing-over');
  expect(await clocksOf(idOf(danger))).toEqual(['HOT-DISPATCH met', 'HOT-RECEIPT armed']);
  expect((await clerk.command(idOf(danger), 'RECORD_RECEIPT', { receiptNo: '110-7' })).body['state']).toBe('handed-over');
  const history = (await clerk.get(`/api/cases/${idOf(danger)}/history`)).body['items'] as unknown as readonly {
    type: string;
    data: unknown;
  }[];
  expect(history.at(-1)).toMatchObject({ type: 'handover.received', data: { platform: '110', receiptNo: '110-7' } });

  await clerk.command(idOf(unclear), 'HAND_OVER', { platform: '110', reason: '职责不清' });
  expect((await clerk.command(idOf(unclear), 'HANDOVER_DECLINED', { reason: '三方通话未协商一致' })).body['state']).toBe('registered');
  expect((await clerk.command(idOf(unclear), 'HAND_OVER', { platform: '110', reason: '再转' })).status).toBe(409);
  await dispatch(unclear);

  // What 110 passed on is owed a receipt, and goes on under the one number it has here.
  expect(await clocksOf(idOf(fromPolice))).toEqual(['HOT-DISPATCH armed', 'HOT-INBOUND armed']);
  expect((await clerk.command(idOf(fromPolice), 'GIVE_RECEIPT', { receiptNo: '110-20261122-7' })).status).toBe(200);
  expect((await clerk.command(idOf(fromPolice), 'GIVE_RECEIPT', { receiptNo: '110-20261122-7' })).status).toBe(409);
  expect(await clocksOf(idOf(fromPolice))).toEqual(['HOT-DISPATCH armed', 'HOT-INBOUND met']);
  await dispatch(fromPolice);
  expect((await handler.command(idOf(fromPolice), 'CONFIRM_RECEIPT')).status).toBe(200);
  const tracked = await product.nobody.post('/api/public/track', { queryCode: String(fromPolice.body['queryCode']), phoneLast4: '4321' });
  expect(tracked.body['caseNo']).toBe(fromPolice.body['caseNo']);
  // 110 received it first: it can’t decline what it passed on.
  const back = await call('transfer-110');
  await clerk.command(idOf(back), 'HAND_OVER', { platform: '110', reason: '属警情' });
  const declined = await clerk.command(idOf(back), 'HANDOVER_DECLINED', { reason: '双方均认为不属本方' });
  expect([declined.status, declined.body['code']]).toEqual([409, 'hotline.first_receiver']);
  expect((await clerk.command(idOf(back), 'RECORD_RECEIPT', { receiptNo: '110-8' })).body['state']).toBe('handed-over');
});

it('M062 what villagers send online becomes a work order, and they follow it with the one code they got', async () => {
  const filed = await product.nobody.post('/api/public/cases', {
    channel: 'online',
    title: '村道路灯不亮',
    narrative: '村微信群反映路灯不亮一周，夜间出行不便。',
    divisionCode: '430407',
    parties: CALLER,
  });
  expect(filed.status).toBe(201);
  const id = idOf(filed);
  await settleNotices();
  expect(await noticesOf(clerk, id)).toContain('case.filed');
  const ordered = await clerk.command(id, 'RECLASSIFY', {
    class: 'CLAIM',
    route: 'PETITION',
    procedure: 'hotline',
    categoryCode: '010903',
    reason: '民生小事',
  });
  expect([ordered.status, ordered.body['procedureReason']]).toEqual([200, undefined]);
  const unit = (await clerk.get('/api/directory/units?function=housing-construction&division=430407')).body['items']?.[0];
  expect((await clerk.command(id, 'DISPATCH', { unitId: String(unit?.['id']) })).status).toBe(200);
  const tracked = await product.nobody.post('/api/public/track', { queryCode: String(filed.body['queryCode']), phoneLast4: '4321' });
  expect(tracked.body).toMatchObject({ caseNo: String(filed.body['caseNo']), state: 'dispatched', clock: { rule: 'HOT-SIGN' } });
});
