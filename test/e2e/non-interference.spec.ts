import { until } from '../support/until.ts';
import { SeededRandom } from '../support/seeded-random.ts';
import { Product } from './product.ts';
import { BARRED, World } from './two-worlds.ts';

const SEED = Number(process.env['SEED'] ?? Date.now() % 2 ** 31);
const ACTS = 6;

const worlds: World[] = [];
beforeAll(async () => {
  process.stdout.write(`non-interference: seed ${String(SEED)} (SEED=${String(SEED)} runs it again)\n`);
  for (const product of await Promise.all([Product.start(), Product.start()])) worlds.push(new World(product));
}, 180_000);
afterAll(async () => {
  await Promise.all(worlds.map(({ product }) => product.stop()));
}, 60_000);

/** Live updates of a person, as the bare kinds of them. */
async function listen({ product }: World, user: string): Promise<{ readonly heard: string[]; readonly end: () => void }> {
  const { url, token } = await product.as(user);
  const stop = new AbortController();
  const response = await fetch(`${url}/api/stream`, { headers: { authorization: `Bearer ${String(token)}` }, signal: stop.signal });
  const heard: string[] = [];
  const read = async (): Promise<void> => {
    const decoder = new TextDecoder();
    for await (const chunk of response.body ?? []) {
      const events = decoder.decode(chunk as Uint8Array, { stream: true }).matchAll(/^event: (?!heartbeat)(\w+)$/gm);
      for (const [, kind = ''] of events) heard.push(kind);
    }
  };
  read().catch(() => undefined);
  return {
    heard,
    end: () => {
      stop.abort();
    },
  };
}

it('M049 two worlds that differ only in what is secret look the same to every barred person', async () => {
  const [plain, secret] = worlds;
  if (plain === undefined || secret === undefined) throw new Error('two worlds were started');
  const streams = await Promise.all(worlds.map((world) => listen(world, 'education.430407.head')));
  const [publicLife, again, hidden] = [new SeededRandom(SEED), new SeededRandom(SEED), new SeededRandom(SEED + 1)];
  for (let i = 0; i < ACTS; i++) {
    await Promise.all([plain.act(publicLife), secret.act(again)]);
    for (let n = hidden.between(i === 0 ? 1 : 0, 3); n > 0; n--) await secret.secret(hidden);
  }
  // The ladders of what is secret run on too.
  const later = new Date(Date.parse(await plain.product.now()) + 20 * 86_400_000).toISOString();
  for (const { product } of worlds) expect((await product.moveClock(later)).status).toBe(200);
  expect(secret.secrets).toBeGreaterThan(0);

  for (const user of BARRED) {
    const [without, beside] = await Promise.all([plain.seenBy(user), secret.seenBy(user)]);
    expect({ user, ...beside }).toEqual({ user, ...without });
    // 404, and in the same words as an address that never was.
    const answers = await secret.secretsFor(user);
    expect(answers.every((answer) => answer.includes('case.not_found'))).toBe(true);
    expect(answers).toEqual(await plain.secretsFor(user));
  }
  // The comparison would see it: whoever has the accusation sees another world.
  expect(await secret.seenBy(secret.holder)).not.toEqual(await plain.seenBy(secret.holder));
  expect(await secret.metrics()).toEqual(await plain.metrics());
  expect(await secret.publicPage()).toBe(await plain.publicPage());
  // In which order a case and its notice are told is the relay's; how often each is, the world's.
  const kinds = (one: (typeof streams)[number] | undefined): string => [...(one?.heard ?? [])].sort().join();
  const [quiet, beside] = streams;
  await until(
    'the accused side hears the same in both worlds',
    () => [kinds(quiet), kinds(beside)],
    ([a, b]) => a === b,
  );
  for (const { end } of streams) end();
}, 240_000);
