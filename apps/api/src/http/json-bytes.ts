const SLAB_BYTES = 256 * 1024;
/** UTF-8 takes at most three bytes for one unit of a string. */
const MOST_BYTES = 3;

let slab = Buffer.allocUnsafeSlow(SLAB_BYTES);
let used = 0;

/**
 * Text put together as UTF-8 bytes, from strings and from what was encoded before. The bytes lie in slabs of which each answer
 * takes the next piece: one string of it all would be flattened, encoded and thrown away for every answer.
 */
export class JsonBytes {
  #begin = used;

  text(text: string): this {
    this.#makeRoom(text.length * MOST_BYTES);
    used += slab.write(text, used);
    return this;
  }

  bytes(bytes: Buffer): this {
    this.#makeRoom(bytes.length);
    used += bytes.copy(slab, used);
    return this;
  }

  /** What was written; nothing may be added to it any more. Written and taken within one turn of the event loop. */
  take(): Buffer {
    return slab.subarray(this.#begin, used);
  }

  /** A slab that is too short is left behind, with what was written so far brought along. */
  #makeRoom(bytes: number): void {
    if (used + bytes <= slab.length) return;
    const begun = slab.subarray(this.#begin, used);
    slab = Buffer.allocUnsafeSlow(Math.max(SLAB_BYTES, begun.length + bytes));
    used = begun.copy(slab, 0);
    this.#begin = 0;
  }
}
