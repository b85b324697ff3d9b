import { DERIVATION_KINDS } from './counting.ts';
import type { CountedDay, DerivationKind } from './counting.ts';

const CODE_OF = Object.fromEntries(DERIVATION_KINDS.map((kind, i) => [kind, i])) as Record<DerivationKind, number>;

/**
 * A 64-bit digest of a derivation: the sequence of (day, kind), each day as the integer `epochDay * 8 + kind`, through two
 * 32-bit multiply-and-rotate lanes (the mixing of MurmurHash3). It answers one question, "is this still the derivation that
 * was stored?", so it must tell differences apart, not withstand an attacker: the event log's SHA-256 chain does that. It
 * is here because the domain is pure (no `node:crypto`) and arms thousands of deadlines a second.
 */
export class DerivationDigest {
  #a = 0x9e3779b9 | 0;
  #b = 0x85ebca6b | 0;
  #days = 0;

  add(day: CountedDay): void {
    const word = (day.day * 8 + CODE_OF[day.kind]) | 0;
    let k = Math.imul(word, 0xcc9e2d51);
    k = (k << 15) | (k >>> 17);
    const a = this.#a ^ Math.imul(k, 0x1b873593);
    this.#a = (Math.imul((a << 13) | (a >>> 19), 5) + 0xe6546b64) | 0;
    k = Math.imul(word, 0x239b961b);
    k = (k << 16) | (k >>> 16);
    const b = this.#b ^ Math.imul(k, 0xab0e9789) ^ this.#a;
    this.#b = (Math.imul((b << 17) | (b >>> 15), 5) + 0x561ccd1b) | 0;
    this.#days++;
  }

  /** 16 hexadecimal digits. */
  hex(): string {
    const a = finish(this.#a ^ this.#days);
    const b = finish(this.#b ^ a);
    return (a >>> 0).toString(16).padStart(8, '0') + (b >>> 0).toString(16).padStart(8, '0');
  }
}

function finish(h: number): number {
  let x = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  x = Math.imul(x ^ (x >>> 13), 0xc2b2ae35);
  return x ^ (x >>> 16);
}
