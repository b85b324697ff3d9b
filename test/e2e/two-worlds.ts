import { SeededRandom } from '../support/seeded-random.ts';
import type { Client, Product } from './product.ts';
import { intake } from './product.ts';

/** Who may never learn of the accusation: the accused side, the centre once it has passed it on, and everybody who isn't its holder. */
export const BARRED = [
  ...['education.430407.handler', 'education.430407.head', 'education.430400.head'],
  ...['clerk', 'clerk2', 'supervisor', 'leader', 'operator', 'admin'],
  ...['petition-office.430407.handler', 'housing-construction.430407.handler', 'organisation.430407.head'],
] as const;

const WORDS = '%E8%AF%BE%E6%A1%8C';
const LISTS = [
  '/api/cases?limit=200&count=true',
  '/api/cases?limit=200&count=true&sort=due',
  '/api/cases?limit=200&count=true&class=ACCUSATION',
  '/api/cases?limit=200&count=true&overdue=true',
  `/api/cases?limit=200&count=true&q=${WORDS}`,
  '/api/inbox?limit=200',
  ...['unit', 'class', 'category', 'division', 'month'].map((groupBy) => `/api/indicators?groupBy=${groupBy}`),
  '/api/cases/export?format=csv',
  '/api/admin/audit?limit=200',
] as const;

const SECRET = { title: '挪用课桌款', narrative: '反映挪用课桌专项款。' } as const;

/** What differs between any two worlds and tells nothing: random ids and numbers by their first place, real time, digests. */
function told(text: string): string {
  const places = new Map<string, string>();
  const placed = (kind: string) => (one: string) => {
    const place = places.get(one) ?? `${kind}-${String(places.size)}`;
    places.set(one, place);
    return place;
  };
  return text
    .replaceAll(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g, placed('id'))
    .replaceAll(/JF\d{2}-\d{4}-\d{4}/g, placed('no'))
    .replaceAll(/"(?:requestId|recordedAt)":"[^"]*"/g, '')
    .replaceAll(/"at":"20(?!26-0[1-4])[^"]*"/g, '')
    .replaceAll(/[0-9a-f]{64}/g, placed('digest'));
}

/** One of two worlds: the same public life, in one of them with secrets between its acts. */
export class World {
  readonly #cases: string[] = [];
  readonly #secrets: { readonly id: string; holder: string; steps: number }[] = [];

  constructor(readonly product: Product) {}

  async #unit(code: string): Promise<string> {
    const [fn, division] = code.split('.');
    const { body } = await (await this.product.as('clerk')).get(`/api/directory/units?function=${String(fn)}&division=${String(division)}`);
    return String((body['items'] as unknown as readonly { id: string }[])[0]?.id);
  }

  async #done(user: string, id: string, type: string, payload: unknown = {}): Promise<void> {
    const { status, text } = await (await this.product.as(user)).command(id, type, payload);
    if (status !== 200) throw new Error(`${type} by ${user}: ${String(status)} ${text}`);
  }

  async #letter(user: string, id: string, kind: string): Promise<void> {
    const { status, text } = await (await this.product.as(user)).post(`/api/cases/${id}/letters`, { kind });
    if (status !== 200) throw new Error(`letter ${kind} by ${user}: ${String(status)} ${text}`);
  }

  /** An act that everybody may know of; the same in both worlds. */
  async act(random: SeededRandom): Promise<void> {
    const kind = random.pick(['petition', 'petition', 'petition', 'days'] as const);
    if (kind === 'days') {
      const now = Date.parse(await this.product.now());
      await this.product.moveClock(new Date(now + random.between(1, 6) * 86_400_000).toISOString());
      return;
    }
    const clerk = await this.product.as('clerk');
    const lead = random.pick(['education.430407', 'housing-construction.430407', 'education.430400'] as const);
    const { body } = await clerk.post('/api/cases', intake(await this.product.now(), { title: '课桌短缺', narrative: '学校课桌短缺。' }));
    const id = String(body['id']);
    this.#cases.push(id);
    await this.#done('clerk', id, 'FORWARD', { unitId: await this.#unit(lead) });
    if (random.chance(0.5)) await this.#letter('clerk', id, 'transfer');
    if (random.chance(0.7)) {
      await this.#done(`${lead}.handler`, id, 'ACCEPT');
      await this.#letter(`${lead}.handler`, id, 'acceptance');
    }
  }

  /** Something nobody barred may learn of: a new accusation, or the next step of one. */
  async secret(random: SeededRandom): Promise<void> {
    const known = this.#secrets.length === 0 || random.chance(0.4) ? undefined : random.pick(this.#secrets);
    if (known === undefined) await this.#accuse();
    else await this.#next(known);
  }

  async #accuse(): Promise<void> {
    const clerk = await this.product.as('clerk');
    const respondent = { role: 'respondent', kind: 'organisation', name: '某局', unitId: await this.#unit('education.430407') };
    const parties = [{ role: 'petitioner', kind: 'person', name: '测试人丙', phone: '13900004323' }, respondent];
    const patch = { ...SECRET, class: 'ACCUSATION', route: undefined, procedure: 'accusation', categoryCode: '050401', parties };
    const { body } = await clerk.post('/api/cases', intake(await this.product.now(), patch));
    const id = String(body['id']);
    await this.#done('clerk', id, 'RECORD_RANK', { accusedRank: 'township' });
    await this.#done('clerk', id, 'FORWARD', { unitId: await this.#unit('discipline.430407') });
    this.#secrets.push({ id, holder: 'discipline.430407.handler', steps: 0 });
  }

  async #next(secret: { readonly id: string; holder: string; steps: number }): Promise<void> {
    const { id, holder } = secret;
    const told = { unitId: await this.#unit('organisation.430407'), serious: true };
    const steps: readonly (() => Promise<void>)[] = [
      () => this.#done(holder, id, 'CONFIRM_RECEIPT'),
      () => this.#letter(holder, id, 'accusation-receipt'),
      () => this.#letter(holder, id, 'transfer'),
      () => this.#done(holder, id, 'TELL_ORGANISATION', told),
      async () => {
        await this.#done(holder, id, 'HAND_ON', { unitId: await this.#unit('public-security.430407'), reason: '移送' });
        secret.holder = 'public-security.430407.handler';
      },
      () => this.#done(secret.holder, id, 'CONFIRM_RECEIPT'),
      () => this.#done(secret.holder, id, 'RECORD_ACCOUNTABILITY', { accountability: 'case-filed' }),
      () => this.#done(secret.holder, id, 'FEEDBACK', { result: '已立案' }),
    ];
    await steps[secret.steps]?.();
    secret.steps += 1;
  }

  get secrets(): number {
    return this.#secrets.length;
  }

  /** Who has the latest of them in hand; whoever has handed one on doesn't see it any more. */
  get holder(): string {
    const latest = this.#secrets.at(-1);
    if (latest === undefined) throw new Error('nothing is secret here');
    return latest.holder;
  }

  /** Everything that one barred person gets to see, by address. */
  async seenBy(user: string): Promise<Readonly<Record<string, string>>> {
    const who = await this.product.as(user);
    const seen: Record<string, string> = {};
    const look = async (address: string, ask: () => ReturnType<Client['get']>): Promise<void> => {
      const { status, text } = await ask();
      seen[address] = `${String(status)} ${told(text)}`;
    };
    const preview = intake(await this.product.now(), { ...SECRET, class: 'CLAIM' });
    await Promise.all([
      ...LISTS.map((address) => look(address, () => who.get(address))),
      // The numbers of ordinary letters, in the order in which they were given.
      ...this.#cases.map((id, i) => look(`letters of case ${String(i)}`, () => who.get(`/api/cases/${id}/letters`))),
      // The same words at the counter again: no duplicate is proposed that isn't known.
      look('preview', () => who.post('/api/cases/preview', preview)),
    ]);
    return seen;
  }

  /** What the secrets' own addresses say to a barred person: nothing that an address without a case doesn't. */
  async secretsFor(user: string): Promise<readonly string[]> {
    const who = await this.product.as(user);
    const ids = [...this.#secrets.map(({ id }) => id), '01990000-0000-7000-8000-000000000000'];
    const parts = ['', '/history', '/diagram', '/verify', '/letters'];
    const asked = ids.flatMap((id) => parts.map(async (part) => `${part} ${told((await who.get(`/api/cases/${id}${part}`)).text)}`));
    return [...new Set(await Promise.all(asked))].sort();
  }

  /** The figures' names and labels: what they count may differ by what was done, whom they tell of may not. */
  async metrics(): Promise<readonly string[]> {
    const { text } = await this.product.nobody.get('/metrics');
    const names = text.split('\n').filter((line) => line !== '' && !line.startsWith('#') && line.startsWith('jiefen_'));
    return [...new Set(names.map((line) => line.replace(/ [^ ]*$/, '').replace(/le="[^"]*"/, '')))].sort();
  }

  async publicPage(): Promise<string> {
    const wrong = { queryCode: '0000-0000-0000-0000-0000', phoneLast4: '4323' };
    return told((await this.product.nobody.post('/api/public/track', wrong)).text);
  }
}
