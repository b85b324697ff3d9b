import { until } from '../support/until.ts';
import type { Client } from './product.ts';
import { intake, Product } from './product.ts';

let product: Product;
let clerk: Client;
beforeAll(async () => {
  product = await Product.start();
  clerk = await product.as('clerk');
}, 120_000);
afterAll(async () => {
  expect(await product.stop()).toBe(0);
}, 60_000);

async function unitId(code: string): Promise<string> {
  const [fn, division] = code.split('.');
  const { body } = await clerk.get(`/api/directory/units?function=${String(fn)}&division=${String(division)}`);
  return String((body['items'] as unknown as readonly { id: string }[])[0]?.id);
}

/** An accusation of the county's education bureau, registered at the counter. */
async function accusation(): Promise<string> {
  const respondent = { role: 'respondent', kind: 'organisation', name: '某局', unitId: await unitId('education.430407') };
  const petitioner = { role: 'petitioner', kind: 'person', name: '测试人乙', phone: '13900004322' };
  const patch = {
    class: 'ACCUSATION',
    route: undefined,
    procedure: 'accusation',
    categoryCode: '050401',
    parties: [petitioner, respondent],
  };
  const { status, body, text } = await clerk.post('/api/cases', intake(await product.now(), patch));
  if (status !== 201) throw new Error(text);
  return String(body['id']);
}

const done = async (who: Client, id: string, type: string, payload: unknown = {}): Promise<void> => {
  const { status, text } = await who.command(id, type, payload);
  if (status !== 200) throw new Error(`${type}: ${String(status)} ${text}`);
};
const inboxOf = async (who: Client, id: string): Promise<readonly string[]> =>
  ((await who.get('/api/inbox?limit=200')).body['items'] as unknown as readonly { kind: string; caseId: string }[])
    .filter(({ caseId }) => caseId === id)
    .map(({ kind }) => kind)
    .sort();
/** Notices come a moment after the act. */
const told = (who: Client, id: string, kinds: readonly string[]): Promise<unknown> =>
  until(
    `the inbox holds ${kinds.join()}`,
    () => inboxOf(who, id),
    (found) => found.join() === kinds.join(),
  );

it('M049 an accusation goes three ways, each for a receipt with a clock, by the rank of the accused; whoever handed it on has lost it', async () => {
  const id = await accusation();
  const [county, city, police] = [
    await product.as('discipline.430407.handler'),
    await product.as('discipline.430400.handler'),
    await product.as('public-security.430400.handler'),
  ];
  await done(clerk, id, 'RECORD_RANK', { accusedRank: 'county' });
  const low = await clerk.command(id, 'FORWARD', { unitId: await unitId('discipline.430407') });
  expect([low.status, low.body['code']]).toEqual([409, 'accusation.level_too_low']);
  await done(clerk, id, 'FORWARD', { unitId: await unitId('discipline.430400') });
  expect((await clerk.get(`/api/cases/${id}`)).status).toBe(404);
  await told(city, id, ['accusation.transferred']);
  const clocks = (await city.get(`/api/cases/${id}`)).body['deadlines'] as unknown as readonly {
    rule: string;
    state: string;
    dueAt: string;
  }[];
  expect(clocks.find(({ rule }) => rule === 'ACC-RECEIPT')).toMatchObject({ state: 'armed' });
  await done(city, id, 'CONFIRM_RECEIPT');

  const back = await city.command(id, 'HAND_ON', { unitId: await unitId('education.430400'), reason: '转交' });
  expect([back.status, back.body['code']]).toEqual([409, 'case.unit_excluded']);
  await done(city, id, 'HAND_ON', { unitId: await unitId('public-security.430400'), reason: '涉嫌犯罪' });
  expect((await city.get(`/api/cases/${id}`)).status).toBe(404);
  expect(await inboxOf(city, id)).toEqual([]);
  await told(police, id, ['accusation.transferred']);
  // Not signed for in time: the receiver alone is urged.
  const { body } = await police.get(`/api/cases/${id}`);
  const due = (body['deadlines'] as unknown as typeof clocks).find(({ rule, state }) => rule === 'ACC-RECEIPT' && state === 'armed');
  await product.moveClock(new Date(Date.parse(String(due?.dueAt)) + 86_400_000).toISOString());
  await told(police, id, ['accusation.transferred', 'deadline.passed', 'deadline.reminded', 'deadline.urged']);
  for (const name of ['supervisor', 'leader', 'clerk', 'education.430407.head', 'education.430400.head', 'discipline.430407.head']) {
    const other = await product.as(name);
    expect([name, await inboxOf(other, id), (await other.get(`/api/cases/${id}`)).status]).toEqual([name, [], 404]);
  }
  await done(police, id, 'CONFIRM_RECEIPT');
  // The third direction: an organ of administrative law enforcement, of the level that the rank asks for.
  const enforcement = await product.as('market-regulation.430400.handler');
  const third = { unitId: await unitId('market-regulation.430407'), reason: '涉及行政违法线索' };
  expect((await police.command(id, 'HAND_ON', third)).body['code']).toBe('accusation.level_too_low');
  await done(police, id, 'HAND_ON', { ...third, unitId: await unitId('market-regulation.430400') });
  expect((await police.get(`/api/cases/${id}`)).status).toBe(404);
  await done(enforcement, id, 'CONFIRM_RECEIPT');
  const history = (await enforcement.get(`/api/cases/${id}/history`)).body['items'] as unknown as readonly {
    type: string;
    data: { readonly direction?: string };
  }[];
  expect(history.filter(({ type }) => type === 'receipt.confirmed')).toHaveLength(3);
  expect(history.filter(({ type }) => type === 'accusation.handed-on').map(({ data }) => data.direction)).toEqual([
    'political-legal',
    'administrative',
  ]);
  expect((await county.get(`/api/cases/${id}`)).status).toBe(404);
}, 60_000);

it('M051 what came of it is graded: nothing is fed back before the organisation department is told, and no measure goes down', async () => {
  const id = await accusation();
  const discipline = await product.as('discipline.430407.handler');
  await done(clerk, id, 'FORWARD', { unitId: await unitId('discipline.430407') });
  await done(discipline, id, 'CONFIRM_RECEIPT');
  await done(discipline, id, 'RECORD_RANK', { accusedRank: 'township' });
  await done(discipline, id, 'RECORD_ACCOUNTABILITY', { accountability: 'reminder' });
  const early = await discipline.command(id, 'FEEDBACK', { result: '已提醒' });
  expect([early.status, early.body['code']]).toEqual([409, 'accusation.organisation_not_told']);
  await done(discipline, id, 'TELL_ORGANISATION', { unitId: await unitId('organisation.430407'), serious: false });
  await done(discipline, id, 'RECORD_ACCOUNTABILITY', { accountability: 'admonishing-talk' });
  expect((await discipline.command(id, 'RECORD_ACCOUNTABILITY', { accountability: 'reminder' })).status).toBe(409);
  await done(discipline, id, 'FEEDBACK', { result: '已谈话诫勉' });
  await done(discipline, id, 'RECORD_ACCOUNTABILITY', { accountability: 'case-filed' });
  const { text } = await discipline.get(`/api/cases/${id}/history`);
  // With the matter, never with a person: codes alone, and the department that was told has no sight of the case.
  expect(text).not.toContain('某局');
  expect((await (await product.as('organisation.430407.head')).get(`/api/cases/${id}`)).status).toBe(404);
  // It is told by a sealed letter, numbered out of the case’s own number, and the receipt is back before the matter is filed away.
  const letter = await discipline.post(`/api/cases/${id}/letters`, { kind: 'organisation-notice' });
  expect([letter.status, letter.body['letterNo']]).toEqual([200, expect.stringContaining('密') as string]);
  const clocks = (await discipline.get(`/api/cases/${id}`)).body['deadlines'] as unknown as readonly { rule: string; state: string }[];
  expect(clocks.find(({ rule }) => rule === 'ACC-TOLD')?.state).toBe('armed');
  const unsigned = await discipline.command(id, 'ARCHIVE');
  expect([unsigned.status, unsigned.body['code']]).toEqual([409, 'accusation.told_unsigned']);
  await done(discipline, id, 'KEEP_TOLD_RECEIPT', { receiptNo: 'ZZ-2026-7', receivedOn: (await product.now()).slice(0, 10) });
  await done(discipline, id, 'ARCHIVE');
}, 60_000);
