import { createHash } from 'node:crypto';
import { textOfDocx } from '../../libs/letters/src/letter-text.fixture.ts';
import { everyLetter } from './every-letter.ts';
import type { Body, Client } from './product.ts';
import { intake, Product } from './product.ts';

interface Letter {
  readonly kind: string;
  readonly of: number;
  readonly letterNo: string | null;
  readonly files: readonly { readonly documentId: string; readonly format: string }[];
  readonly mayMake: boolean;
}

let product: Product;
let clerk: Client;
let handler: Client;
let head: Client;
beforeAll(async () => {
  product = await Product.start();
  clerk = await product.as('clerk');
  handler = await product.as('housing-construction.430407.handler');
  head = await product.as('housing-construction.430407.head');
}, 120_000);
afterAll(async () => {
  expect(await product.stop()).toBe(0);
}, 60_000);

const asLetter = (body: Body): Letter => body as unknown as Letter;
const make = async (who: Client, id: string, kind: string): Promise<Letter> => {
  const { status, body, text } = await who.post(`/api/cases/${id}/letters`, { kind });
  if (status !== 200) throw new Error(`${kind}: ${String(status)} ${text}`);
  return asLetter(body);
};
const done = async (who: Client, id: string, type: string, payload: unknown = {}): Promise<void> => {
  const { status, text } = await who.command(id, type, payload);
  if (status !== 200) throw new Error(`${type}: ${String(status)} ${text}`);
};

async function routed(patch: Readonly<Record<string, unknown>> = {}): Promise<string> {
  const { body } = await clerk.post('/api/cases', intake(await product.now(), patch));
  const id = String(body['id']);
  await done(clerk, id, 'FORWARD', { unitId: String(body['routing']?.['lead']?.['unitId']) });
  return id;
}

async function fileOf(
  who: Client,
  id: string,
  letter: Letter,
  format: string,
): Promise<{ status: number; headers: Headers; bytes: Buffer }> {
  const documentId = String(letter.files.find((one) => one.format === format)?.documentId);
  const response = await fetch(`${who.url}/api/cases/${id}/letters/${documentId}`, {
    headers: { authorization: `Bearer ${String(who.token)}` },
  });
  return { status: response.status, headers: response.headers, bytes: Buffer.from(await response.arrayBuffer()) };
}

it('an opinion is put on paper from what is recorded: review route, limit and materials, numbered, encrypted, in the chain', async () => {
  const id = await routed();
  await done(handler, id, 'ACCEPT');
  // Nothing is recorded yet that it could tell of.
  expect((await handler.post(`/api/cases/${id}/letters`, { kind: 'opinion' })).status).toBe(409);
  const opinion = {
    outcome: 'SUPPORT',
    request: '修复照明',
    facts: '照明确已损坏',
    opinion: '十日内修复',
    basis: '《物业管理条例》第三十五条',
  };
  await done(handler, id, 'ISSUE_OPINION', opinion);
  const letter = await make(handler, id, 'opinion');
  expect(letter.letterNo).toMatch(/^〔2026〕石鼓建处字第\d+号$/);
  const again = await make(head, id, 'opinion');
  expect(again).toEqual(letter);

  const docx = await fileOf(handler, id, letter, 'docx');
  expect(docx.headers.get('content-disposition')).toBe('attachment; filename="opinion.docx"');
  const text = await textOfDocx(docx.bytes);
  for (const said of [
    ...Object.values(opinion).slice(1),
    '予以支持',
    '测试人甲',
    String(letter.letterNo),
    '30日内',
    '第35条',
    '衡阳市住房和城乡建设局',
    '复查申请书',
  ])
    expect(text).toContain(said);
  const pdf = await fileOf(head, id, letter, 'pdf');
  expect(pdf.headers.get('content-type')).toBe('application/pdf');
  expect(pdf.bytes.subarray(0, 5).toString()).toBe('%PDF-');
  expect(pdf.bytes.includes('/FontFile2')).toBe(true);
  const digest = (file: { bytes: Buffer }): string => createHash('sha256').update(file.bytes).digest('hex');
  expect(digest(await fileOf(handler, id, letter, 'pdf'))).toBe(digest(pdf));

  const page = (await handler.get(`/api/cases/${id}`)).body;
  const papers = page['documents'] as unknown as readonly {
    id: string;
    text: string | null;
    letter?: { letterNo: string; format: string };
  }[];
  expect(
    papers.filter((one) => one.letter !== undefined).map(({ text: of, letter: about }) => [of, about?.format, about?.letterNo]),
  ).toEqual([
    [null, 'docx', letter.letterNo],
    [null, 'pdf', letter.letterNo],
  ]);
  const made = ((await handler.get(`/api/cases/${id}/history`)).body['items'] as unknown as readonly { type: string; data: unknown }[]).at(
    -1,
  );
  expect(made).toMatchObject({ type: 'letter.made', data: { letterKind: 'opinion', letterNo: letter.letterNo } });
  expect(made?.data).toMatchObject({ documents: papers.filter((one) => one.letter !== undefined).map((one) => ({ id: one.id })) });
  expect((await handler.get(`/api/cases/${id}/verify`)).body).toMatchObject({ valid: true });
}, 30_000);

it('a letter is its unit’s: others neither make it nor read the names in it, and who may not know the case finds nothing', async () => {
  const id = await routed();
  await done(handler, id, 'ACCEPT');
  const letter = await make(handler, id, 'acceptance');
  expect((await clerk.post(`/api/cases/${id}/letters`, { kind: 'acceptance' })).status).toBe(403);
  expect((await fileOf(await product.as('supervisor'), id, letter, 'pdf')).status).toBe(403);
  const stranger = await product.as('education.430407.handler');
  expect((await fileOf(stranger, id, letter, 'pdf')).status).toBe(404);
  expect((await stranger.get(`/api/cases/${id}/letters`)).status).toBe(404);
  expect((await fileOf(handler, id, { ...letter, files: [{ documentId: id, format: 'pdf' }] }, 'pdf')).status).toBe(404);
  // The centre's own letter: that it passed the case on, with what the receiver owes and until when.
  const transfer = await make(clerk, id, 'transfer');
  const text = await textOfDocx((await fileOf(clerk, id, transfer, 'docx')).bytes);
  expect(text).toContain('期限为15日');
  expect(text).toContain('期限为5个工作日');
  expect(text).not.toContain('测试人甲');
}, 30_000);

it('numbers have no gaps whoever asks at once, and a sealed case leaves no trace in them', async () => {
  const cases = await Promise.all(Array.from({ length: 6 }, () => routed()));
  for (const id of cases) await done(handler, id, 'ACCEPT');
  const accusation = { class: 'ACCUSATION', route: undefined, procedure: 'accusation' };
  const respondent = { role: 'respondent', kind: 'organisation', name: '某单位', unitId: await unitId('education.430407') };
  const parties = [{ role: 'petitioner', kind: 'person', name: '测试人乙', phone: '13900004322' }, respondent];
  const { body } = await clerk.post('/api/cases', intake(await product.now(), { ...accusation, parties }));
  const lead = body['routing']?.['lead'];
  const sealed = String(body['id']);
  await done(clerk, sealed, 'FORWARD', { unitId: String(lead?.['unitId']) });
  const discipline = await product.as(`discipline.${String(lead?.['division'])}.handler`);
  await done(discipline, sealed, 'CONFIRM_RECEIPT');

  const asked = [...cases, ...cases].map((id, i) => make(i % 2 === 0 ? handler : head, id, 'acceptance'));
  const receipt = make(discipline, sealed, 'accusation-receipt');
  const numbers = new Set((await Promise.all(asked)).map(({ letterNo }) => Number(/第(\d+)号/.exec(String(letterNo))?.[1])));
  const sorted = [...numbers].sort((a, b) => a - b);
  expect(sorted).toHaveLength(cases.length);
  expect(sorted).toEqual(sorted.map((_, i) => Number(sorted[0]) + i));
  // Out of the case's own number, which shows neither order nor gaps.
  expect((await receipt).letterNo).toBe(`〔2026〕石鼓纪密字第${String(body['caseNo'])}-1号`);
  expect((await clerk.get(`/api/cases/${sealed}/letters`)).status).toBe(404);
}, 30_000);

async function unitId(code: string): Promise<string> {
  const [fn, division] = code.split('.');
  const { body } = await clerk.get(`/api/directory/units?function=${String(fn)}&division=${String(division)}`);
  return String((body['items'] as unknown as readonly { id: string }[])[0]?.id);
}

everyLetter(() => product);
