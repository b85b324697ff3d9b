import { intake, Product } from './product.ts';

interface Row {
  readonly rule: string;
  readonly state: string;
  readonly dueDate: string;
}

let product: Product;
beforeAll(async () => {
  product = await Product.start();
}, 120_000);
afterAll(async () => {
  expect(await product.stop()).toBe(0);
}, 60_000);

describe('a holiday notice that comes late', () => {
  it('moves open deadlines by an explicit fact, after its consequences were shown, and leaves ended ones alone', async () => {
    const [clerk, admin] = await Promise.all([product.as('clerk'), product.as('admin')]);
    // 15 days from 2026-12-21 end on 2027-01-05: a working day as long as only the statutory days of 2027 are known.
    const clock = await admin.send('PUT', '/api/clock', { now: '2026-12-21T09:00:00+08:00' });
    expect(clock.status).toBe(200);
    const open = (await clerk.post('/api/cases', intake('2026-12-21T09:00:00+08:00', {}))).body;
    const done = (await clerk.post('/api/cases', intake('2026-12-21T09:00:00+08:00', {}))).body;
    const [openId, doneId] = [String(open['id']), String(done['id'])];
    await clerk.command(doneId, 'FORWARD', { unitId: String(done['routing']?.['lead']?.['unitId']) });
    const forwarding = async (id: string): Promise<Row | undefined> => {
      const { body } = await clerk.get(`/api/cases/${id}`);
      return (body['deadlines'] as unknown as readonly Row[]).find(({ rule }) => rule === 'PET-FWD');
    };
    expect(await forwarding(openId)).toMatchObject({ state: 'armed', dueDate: '2027-01-05' });

    const notice = {
      version: 'cn-2027.1',
      region: 'CN',
      from: '2010-01-01',
      provisionalFrom: '2028-01-01',
      holidays: [{ from: '2027-01-01', to: '2027-01-05', name: { zh: '元旦', en: 'New Year' } }],
      makeUpWorkdays: [],
      sources: ['a notice made for this test'],
      notice: '2027 年部分节假日安排',
    };
    expect((await clerk.post('/api/admin/calendars', notice)).status).toBe(403);
    const preview = await admin.post('/api/admin/calendars/preview', notice);
    expect(preview.body).toMatchObject({
      items: expect.arrayContaining([
        expect.objectContaining({ caseId: openId, rule: 'PET-FWD', from: '2027-01-05', to: '2027-01-06' }),
      ]) as unknown,
    });
    expect(await forwarding(openId)).toMatchObject({ dueDate: '2027-01-05' });

    const published = await admin.post('/api/admin/calendars', notice);
    expect([published.status, published.body['version']]).toEqual([200, 'cn-2027.1']);
    expect(published.body['items']).toEqual(preview.body['items']);
    expect(await forwarding(openId)).toMatchObject({ state: 'armed', dueDate: '2027-01-06' });
    expect(await forwarding(doneId)).toMatchObject({ state: 'met', dueDate: '2027-01-05' });
    const history = (await clerk.get(`/api/cases/${openId}/history`)).body['items'] as unknown as readonly { type: string }[];
    expect(history.map(({ type }) => type)).toEqual(['case.registered', 'deadline.rederived']);
    expect((await clerk.get(`/api/cases/${openId}/verify`)).body).toMatchObject({ valid: true, length: 2 });
    const explained = await clerk.post('/api/deadlines/explain', {
      rule: 'PET-FWD',
      region: '430000',
      triggerAt: '2026-12-21T10:00:00+08:00',
    });
    expect(explained.body).toMatchObject({ dueDate: '2027-01-06', provisional: false, calendarVersion: 'cn-2027.1' });
    expect((await admin.post('/api/admin/calendars', notice)).status).toBe(409);
  }, 60_000);
});
