import { createHash } from 'node:crypto';

/** SHA-256 as people may compute it again: hex. */
export const digestOf = (words: string): string => createHash('sha256').update(words).digest('hex');

/**
 * The lot that a plan's seed draws for a case, 0 to 99: the same for ever, and for whoever knows the seed. A case is visited where it is
 * below the plan's percentage.
 */
export function lotOf(seed: string, caseId: string): number {
  return Number.parseInt(digestOf(`${seed}:${caseId}`).slice(0, 8), 16) % 100;
}
