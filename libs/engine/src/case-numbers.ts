import { createCipheriv } from 'node:crypto';
import type { Instant } from '#libs/domain';
import { civilDateOf } from '#libs/domain';

const HALF = 10_000;
const ROUNDS = 6;
/** What `jiefen.case_numbers` grows by at each call. */
export const CASE_NUMBER_BLOCK = 64;

/**
 * A keyed permutation of 0 … 99,999,999: a balanced Feistel network over two halves of four decimal digits, its round functions
 * tables drawn from AES-256 in counter mode. Numbers in the order of a sequence become numbers that show neither order nor gaps, so
 * that a sealed case leaves no trace among the others.
 * @param key 32 bytes, the same for the installation's life
 */
export function numberPermutation(key: Buffer): (index: number) => number {
  let permute = drawn.get(key);
  if (permute === undefined) {
    permute = draw(key);
    drawn.set(key, permute);
  }
  return permute;
}

/** A keyring gives out one key: its tables take milliseconds to draw, and a test opens thousands of engines. */
const drawn = new WeakMap<Buffer, (index: number) => number>();

function draw(key: Buffer): (index: number) => number {
  const stream = createCipheriv('aes-256-ctr', key, Buffer.alloc(16)).update(Buffer.alloc(ROUNDS * HALF * 4));
  const table = Uint16Array.from({ length: ROUNDS * HALF }, (_, i) => stream.readUInt32LE(i * 4) % HALF);
  return (index) => {
    if (!Number.isInteger(index) || index < 0 || index >= HALF * HALF) throw new RangeError(`case number ${String(index)} is out of range`);
    let left = Math.floor(index / HALF);
    let right = index % HALF;
    for (let round = 0; round < ROUNDS; round++) {
      const mixed = (left + (table[round * HALF + right] ?? 0)) % HALF;
      left = right;
      right = mixed;
    }
    return left * HALF + right;
  };
}

/** Numbers are fetched for so many groups of the present size. */
const GROUPS_AHEAD = 16;

/** Case numbers for one group of commands. */
export interface ClaimedNumbers {
  /** `JF26-0412-7788`: the year of registration and eight digits. */
  take(at: Instant): string;
}

/** Hands out case numbers from blocks of the database's sequence; numbers left over when the process ends are never used. */
export class CaseNumbers {
  readonly #permute: (index: number) => number;
  readonly #free: number[] = [];
  #fetching = false;

  constructor(
    key: Buffer,
    private readonly nextBlocks: (blocks: number) => Promise<readonly number[]>,
  ) {
    this.#permute = numberPermutation(key);
  }

  /** Numbers for `n` registrations, for the caller alone. */
  async claim(n: number): Promise<ClaimedNumbers> {
    while (this.#free.length < n) await this.#fetch(Math.ceil((n - this.#free.length) / CASE_NUMBER_BLOCK));
    // Ahead of need, so that no group waits for them; where that fails, the group that needs them is told.
    if (n > 1 && this.#free.length < n * GROUPS_AHEAD && !this.#fetching) {
      this.#fetching = true;
      void this.#fetch(Math.ceil((n * GROUPS_AHEAD) / CASE_NUMBER_BLOCK))
        .catch(() => undefined)
        .finally(() => {
          this.#fetching = false;
        });
    }
    const claimed = this.#free.splice(0, n);
    return {
      take: (at) => {
        const index = claimed.pop();
        if (index === undefined) throw new Error('more registrations than claimed numbers');
        const digits = String(this.#permute(index)).padStart(8, '0');
        return `JF${civilDateOf(at).slice(2, 4)}-${digits.slice(0, 4)}-${digits.slice(4)}`;
      },
    };
  }

  async #fetch(blocks: number): Promise<void> {
    const starts = await this.nextBlocks(blocks);
    for (const start of starts) for (let i = 0; i < CASE_NUMBER_BLOCK; i++) this.#free.push(start + i);
  }
}
