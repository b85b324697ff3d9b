import { CASE_NUMBER_BLOCK, CaseNumbers, numberPermutation } from './case-numbers.ts';

const permute = numberPermutation(Buffer.alloc(32, 7));

it('never gives a number twice', () => {
  const seen = new Set<number>();
  for (let index = 0; index < 200_000; index++) seen.add(permute(index));
  expect(seen.size).toBe(200_000);
});

it('shows no order: neighbours end far apart, all over the range', () => {
  const first = Array.from({ length: 1_000 }, (_, index) => permute(index));
  const gaps = first.slice(1).map((number, i) => Math.abs(number - (first[i] ?? 0)));
  expect(Math.min(...gaps)).toBeGreaterThan(100);
  const thirds = [0, 0, 0];
  for (const number of first) thirds[Math.floor(number / 33_333_334)] = (thirds[Math.floor(number / 33_333_334)] ?? 0) + 1;
  for (const third of thirds) expect(third).toBeGreaterThan(250);
});

it('depends on the key alone', () => {
  expect(numberPermutation(Buffer.alloc(32, 7))(4_711)).toBe(permute(4_711));
  expect(numberPermutation(Buffer.alloc(32, 8))(4_711)).not.toBe(permute(4_711));
});

it.each([-1, 100_000_000, 1.5])('refuses %d', (index) => {
  expect(() => permute(index)).toThrow(RangeError);
});

it('hands numbers to claims that overlap, each once, in the contract’s shape', async () => {
  let block = 0;
  const numbers = new CaseNumbers(Buffer.alloc(32, 7), (blocks) =>
    Promise.resolve(Array.from({ length: blocks }, () => CASE_NUMBER_BLOCK * block++)),
  );
  const claims = await Promise.all([50, 3, 80].map((n) => numbers.claim(n)));
  const taken = claims.flatMap((claim, i) => Array.from({ length: [50, 3, 80][i] ?? 0 }, () => claim.take('2025-12-31T16:00:00.000Z')));
  expect(new Set(taken).size).toBe(133);
  // 16:00 UTC is the new year in Shanghai.
  for (const number of taken) expect(number).toMatch(/^JF26-\d{4}-\d{4}$/);
  expect(() => claims[1]?.take('2026-01-05T00:00:00.000Z')).toThrow('more registrations');
});
