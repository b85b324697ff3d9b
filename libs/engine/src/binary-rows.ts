/** What a column's value is on the wire; the numbers are PostgreSQL's own type ids, fixed for all versions. */
const TYPE_IDS = {
  int4: 23,
  text: 25,
  bool: 16,
  bytea: 17,
  json: 114,
  jsonb: 3802,
  date: 1082,
  timestamptz: 1184,
  uuid: 2950,
  'uuid[]': 2951,
} as const;

export type ColumnType = keyof typeof TYPE_IDS;

/** A composite type of the database: its columns in its order. A test compares them with the catalogue. */
export type RowType = readonly (readonly [column: string, type: ColumnType])[];

export type RowOf<T extends RowType> = { readonly [C in T[number] as C[0]]: ValueOf<C[1]> };
type ValueOf<T extends ColumnType> = Nullable<
  T extends 'int4' ? number : T extends 'bool' ? boolean : T extends 'bytea' ? Buffer : T extends 'uuid[]' ? readonly string[] : string
>;
type Nullable<T> = T | null | undefined;

/** Any type id of a user's own: the server compares those of built-in types only. */
const OWN_TYPE_ID = 16_384;
const HEADER_BYTES = 20;
const FIRST_SIZE = 8 * 1024;
/** UTF-8 takes at most three bytes for a UTF-16 code unit. */
const BYTES_A_UNIT = 3;
const NULL = -1;
/** Dates and instants count from 2000-01-01. */
const EPOCH_MS = Date.UTC(2000, 0, 1);
const DAY_MS = 86_400_000;
const TWO_POW_32 = 2 ** 32;
/** Short texts are mostly codes: written here a byte at a time, which is quicker than a call for each. */
const SHORT = 24;

const INSTANTS_KNOWN = 2_000;
const instants = new Map<string, number>();

/** Milliseconds since 2000; the same few instants come again and again in a group. */
function millisOf(instant: string): number {
  let millis = instants.get(instant);
  if (millis === undefined) {
    millis = Date.parse(instant) - EPOCH_MS;
    if (Number.isNaN(millis)) throw new RangeError(`${instant} is no instant`);
    if (instants.size > INSTANTS_KNOWN) instants.clear();
    instants.set(instant, millis);
  }
  return millis;
}

/** What rows of a type are written on: one for all groups, since each is written without a pause and copied at its end. */
interface Sheet {
  readonly columns: readonly { readonly name: string; readonly type: ColumnType; readonly id: number }[];
  bytes: Buffer;
}

const sheets = new Map<RowType, Sheet>();

function sheetOf(type: RowType): Sheet {
  let sheet = sheets.get(type);
  if (sheet === undefined) {
    const columns = type.map(([name, column]) => ({ name, type: column, id: TYPE_IDS[column] }));
    sheet = { columns, bytes: Buffer.allocUnsafeSlow(FIRST_SIZE) };
    sheets.set(type, sheet);
  }
  return sheet;
}

/**
 * An array of rows of one composite type in PostgreSQL's binary format (`array_recv` of `record_recv`), so that the server copies
 * values instead of parsing them.
 */
export class BinaryRows<T extends RowType> {
  readonly #sheet: Sheet;
  #bytes: Buffer;
  #end = HEADER_BYTES;
  #count = 0;

  constructor(type: T) {
    this.#sheet = sheetOf(type);
    this.#bytes = this.#sheet.bytes;
  }

  get count(): number {
    return this.#count;
  }

  /** @throws RangeError for an instant, date or UUID that is none */
  add(row: RowOf<T>): void {
    this.#count += 1;
    this.#reserve(8);
    const start = this.#end;
    const { columns } = this.#sheet;
    this.#end = this.#bytes.writeInt32BE(columns.length, start + 4);
    const values = row as Readonly<Record<string, ValueOf<ColumnType>>>;
    for (const { name, type, id } of columns) {
      this.#reserve(8);
      this.#end = this.#bytes.writeInt32BE(id, this.#end);
      const at = this.#end;
      this.#end += 4;
      const value = values[name];
      const length = value === null || value === undefined ? NULL : this.#put(type, value);
      this.#bytes.writeInt32BE(length, at);
    }
    this.#bytes.writeInt32BE(this.#end - start - 4, start);
  }

  /** A copy, so that the sheet is free for the next group. Undefined where no row was added: the server gets NULL. */
  whole(): Buffer | undefined {
    if (this.#count === 0) return undefined;
    // Dimensions, no NULL elements, element type, length, lower bound.
    [1, 0, OWN_TYPE_ID, this.#count, 1].forEach((word, i) => this.#bytes.writeInt32BE(word, i * 4));
    return Buffer.from(this.#bytes.subarray(0, this.#end));
  }

  /** @returns bytes written */
  #put(type: ColumnType, value: string | number | boolean | Buffer | readonly string[]): number {
    if (typeof value === 'string') {
      switch (type) {
        case 'uuid':
          return this.#uuid(value);
        case 'timestamptz':
          return this.#instant(value);
        case 'date':
          return this.#int((Date.parse(value) - EPOCH_MS) / DAY_MS);
        case 'jsonb':
          return this.#jsonb(value);
        default:
          return this.#text(value);
      }
    }
    if (typeof value === 'number') return this.#int(value);
    if (typeof value === 'boolean') return this.#bool(value);
    return Buffer.isBuffer(value) ? this.#copy(value) : this.#uuids(value as readonly string[]);
  }

  #int(value: number): number {
    if (!Number.isInteger(value)) throw new RangeError(`${String(value)} is no integer or date`);
    this.#reserve(4);
    this.#end = this.#bytes.writeInt32BE(value, this.#end);
    return 4;
  }

  #bool(value: boolean): number {
    this.#reserve(1);
    this.#bytes[this.#end++] = value ? 1 : 0;
    return 1;
  }

  #instant(value: string): number {
    this.#reserve(8);
    const micros = millisOf(value) * 1_000;
    const high = Math.floor(micros / TWO_POW_32);
    this.#bytes.writeInt32BE(high, this.#end);
    this.#end = this.#bytes.writeUInt32BE(micros - high * TWO_POW_32, this.#end + 4);
    return 8;
  }

  #uuid(value: string): number {
    this.#reserve(16);
    let digits = 0;
    let byte = 0;
    for (let i = 0; i < value.length; i++) {
      const code = value.charCodeAt(i);
      if (code === 45) continue;
      const digit = code < 58 ? code - 48 : (code | 32) - 87;
      if (!(digit >= 0 && digit < 16) || digits === 32) throw new RangeError('a UUID is malformed');
      byte = byte * 16 + digit;
      digits += 1;
      if (digits % 2 === 0) {
        this.#bytes[this.#end++] = byte;
        byte = 0;
      }
    }
    if (digits !== 32) throw new RangeError('a UUID is malformed');
    return 16;
  }

  #uuids(values: readonly string[]): number {
    const header = values.length === 0 ? [0, 0, TYPE_IDS.uuid] : [1, 0, TYPE_IDS.uuid, values.length, 1];
    this.#reserve(20);
    for (const word of header) this.#end = this.#bytes.writeInt32BE(word, this.#end);
    for (const value of values) {
      this.#reserve(4);
      this.#end = this.#bytes.writeInt32BE(16, this.#end);
      this.#uuid(value);
    }
    return header.length * 4 + values.length * 20;
  }

  #text(value: string): number {
    this.#reserve(value.length * BYTES_A_UNIT);
    const start = this.#end;
    if (value.length <= SHORT && this.#ascii(value)) return value.length;
    const length = this.#bytes.write(value, start, 'utf8');
    this.#end = start + length;
    return length;
  }

  /** False where a character takes more than a byte; nothing counts as written then. */
  #ascii(value: string): boolean {
    const bytes = this.#bytes;
    const start = this.#end;
    for (let i = 0; i < value.length; i++) {
      const code = value.charCodeAt(i);
      if (code > 127) return false;
      bytes[start + i] = code;
    }
    this.#end = start + value.length;
    return true;
  }

  #jsonb(value: string): number {
    this.#reserve(1);
    // The version of the format.
    this.#bytes[this.#end++] = 1;
    return 1 + this.#text(value);
  }

  #copy(value: Buffer): number {
    this.#reserve(value.length);
    this.#end += value.copy(this.#bytes, this.#end);
    return value.length;
  }

  #reserve(more: number): void {
    if (this.#end + more <= this.#bytes.length) return;
    const larger = Buffer.allocUnsafeSlow(Math.max(this.#bytes.length * 2, this.#end + more));
    this.#bytes.copy(larger, 0, 0, this.#end);
    this.#bytes = larger;
    this.#sheet.bytes = larger;
  }
}
