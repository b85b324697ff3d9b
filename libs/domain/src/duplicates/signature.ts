import { bigrams } from './similarity.ts';

const PARTS = 32;

/**
 * A compact mark (32 × 16 bits, 128 hex characters) of a text by which similar texts are found without the text: for each
 * of 32 hash functions the smallest hash of its bigrams (MinHash). Equal parts estimate the share of common bigrams. Empty for a text without letters and digits.
 *
 * Privacy: the text can't be read back from it, but whoever guesses a text can confirm the guess. Give a secret `key`
 * (derived from the master key) wherever it is stored, keep it for ordinary cases only, never for sealed ones, and delete it
 * with the case's key.
 */
export function signature(text: string, key = ''): string {
  const pairs = bigrams(text);
  if (pairs.size === 0) return '';
  const smallest = new Uint32Array(PARTS).fill(0xffffffff);
  const keyed = hash(key, 0x811c9dc5);
  for (const pair of pairs) {
    const base = hash(pair, keyed);
    for (let part = 0; part < PARTS; part++) {
      const value = scramble(base ^ Math.imul(part + 1, 0x9e3779b1));
      if (value < (smallest[part] ?? 0)) smallest[part] = value;
    }
  }
  return [...smallest].map((value) => (value & 0xffff).toString(16).padStart(4, '0')).join('');
}

/** Estimated share of common bigrams, 0 … 1; 0 for marks of different length. */
export function signatureSimilarity(a: string, b: string): number {
  if (a.length !== b.length || a.length === 0) return 0;
  let same = 0;
  for (let at = 0; at < a.length; at += 4) if (a.slice(at, at + 4) === b.slice(at, at + 4)) same += 1;
  return same / (a.length / 4);
}

/** FNV-1a over UTF-16 units. */
function hash(text: string, seed: number): number {
  let value = seed;
  for (let at = 0; at < text.length; at++) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  return value >>> 0;
}

/** The finaliser of MurmurHash3: every bit of the input moves every bit of the result. */
function scramble(input: number): number {
  let value = input;
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35);
  return (value ^ (value >>> 16)) >>> 0;
}
