import { retryPause } from './retry-pause.ts';

const plan = [1000, 60_000] as const;

it('doubles up to the longest', () => {
  expect([1, 2, 3, 6, 7, 8, 1000].map((tries) => retryPause(tries, plan, 0))).toEqual([1000, 2000, 4000, 32_000, 60_000, 60_000, 60_000]);
});

it('takes up to a half off, and never all', () => {
  expect(retryPause(1, plan, 0.5)).toBe(750);
  expect(retryPause(1, plan, 0.999_999)).toBe(501);
});

it('waits as long as it was asked to, within reason', () => {
  expect(retryPause(1, plan, 0.5, 30_000)).toBe(30_000);
  expect(retryPause(1, plan, 0.5, 86_400_000)).toBe(60_000);
  expect(retryPause(4, plan, 0, 1000)).toBe(8000);
});
