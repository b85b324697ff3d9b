/**
 * ms to wait after the n-th failure: doubled each time, up to the longest, and a random half of it taken off, so that what failed
 * together doesn't come back together. What the provider asked for is kept to, up to the longest.
 *
 * @param random 0 ≤ random < 1
 */
export function retryPause(
  tries: number,
  [first, longest]: readonly [first: number, longest: number],
  random: number,
  askedFor: number | null = null,
): number {
  const full = Math.min(longest, first * 2 ** Math.min(tries - 1, 40));
  return Math.max(Math.ceil(full * (1 - random / 2)), Math.min(askedFor ?? 0, longest));
}
