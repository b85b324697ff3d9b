/** Where a part lies in the binary: PostgreSQL counts from 1. */
export interface Place {
  readonly o: number;
  readonly l: number;
}

const FIRST_SIZE = 64 * 1024;
/** UTF-8 takes at most three bytes for a UTF-16 code unit. */
const BYTES_A_UNIT = 3;

/** Long texts and ciphers of a group in one binary parameter, which travels as it is: neither quoted here nor lexed there. */
export class BinaryParts {
  #bytes = Buffer.allocUnsafe(FIRST_SIZE);
  #length = 0;

  put(part: string | Buffer): Place {
    const start = this.#length;
    this.#reserve(typeof part === 'string' ? part.length * BYTES_A_UNIT : part.length);
    this.#length += typeof part === 'string' ? this.#bytes.write(part, start, 'utf8') : part.copy(this.#bytes, start);
    return { o: start + 1, l: this.#length - start };
  }

  whole(): Buffer {
    return this.#bytes.subarray(0, this.#length);
  }

  #reserve(more: number): void {
    if (this.#length + more <= this.#bytes.length) return;
    const larger = Buffer.allocUnsafe(Math.max(this.#bytes.length * 2, this.#length + more));
    this.#bytes.copy(larger, 0, 0, this.#length);
    this.#bytes = larger;
  }
}
