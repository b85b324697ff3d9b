/** Where a part lies in the binary: PostgreSQL counts from 1. */
export interface Place {
  readonly o: number;
  readonly l: number;
}

/** Long texts and ciphers of a group in one binary parameter, which travels as it is: neither quoted here nor lexed there. */
export class BinaryParts {
  readonly #parts: Buffer[] = [];
  #length = 0;

  put(part: string | Buffer): Place {
    const bytes = typeof part === 'string' ? Buffer.from(part, 'utf8') : part;
    const place = { o: this.#length + 1, l: bytes.length };
    this.#parts.push(bytes);
    this.#length += bytes.length;
    return place;
  }

  whole(): Buffer {
    return Buffer.concat(this.#parts, this.#length);
  }
}
