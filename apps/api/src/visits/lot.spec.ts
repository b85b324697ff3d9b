import { digestOf, lotOf } from './lot.ts';

it('draws the same lot for the same seed and case, and about as many as the percentage says', () => {
  const cases = Array.from({ length: 10_000 }, (_, n) => `00000000-0000-7000-8000-${n.toString(16).padStart(12, '0')}`);
  const drawn = cases.filter((id) => lotOf('seed', id) < 20).length;
  expect(drawn).toBeGreaterThan(1_850);
  expect(drawn).toBeLessThan(2_150);
  expect(lotOf('seed', cases[0] ?? '')).toBe(lotOf('seed', cases[0] ?? ''));
  expect(cases.filter((id) => lotOf('seed', id) === lotOf('another', id)).length).toBeLessThan(200);
  // As the contract writes it, computed by hand.
  expect(lotOf('seed', 'x')).toBe(Number.parseInt(digestOf('seed:x').slice(0, 8), 16) % 100);
});
