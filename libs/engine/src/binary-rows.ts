import { Remembered } from '#libs/domain';

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

/** Milliseconds since 2000; the same few instants come again and again in a group. */
const instants = new Remembered<number>(2_000);

function millisOf(instant: string): number {
  return instants.get(instant, () => {
    const millis = Date.parse(instant) - EPOCH_MS;
    if (Number.isNaN(millis)) throw new RangeError(`${instant} is no instant`);
    return millis;
  });
}

/** What rows of a type are written on: one for all groups, since each is written without a pause and copied at its end. */
class Sheet {
  readonly names: readonly string[];
  readonly types: readonly ColumnType[];
  readonly ids: readonly number[];
  bytes = Buffer.allocUnsafeSlow(FIRST_SIZE);
  view = viewOf(this.bytes);
  end = HEADER_BYTES;

  constructor(type: RowType) {
    this.names = type.map(([name]) => name);
    this.types = type.map(([, column]) => column);
    this.ids = this.types.map((column) => TYPE_IDS[column]);
  }

  reserve(more: number): void {
    if (this.end + more <= this.bytes.length) return;
    const larger = Buffer.allocUnsafeSlow(Math.max(this.bytes.length * 2, this.end + more));
    this.bytes.copy(larger, 0, 0, this.end);
    this.bytes = larger;
    this.view = viewOf(larger);
  }
}

const viewOf = (bytes: Buffer): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.length);

const sheets = new Map<RowType, Sheet>();

function sheetOf(type: RowType): Sheet {
  let sheet = sheets.get(type);
  if (sheet === undefined) {
    sheet = new Sheet(type);
    sheets.set(type, sheet);
  }
  return sheet;
}

/**
 * An array of rows of one composite type in PostgreSQL's binary format (`array_recv` of `record_recv`), so that the server copies
 * values instead of parsing them. Of one type only one array is written at a time.
 */
export class BinaryRows<T extends RowType> {
  readonly #sheet: Sheet;
  #count = 0;

  constructor(type: T) {
    this.#sheet = sheetOf(type);
    this.#sheet.end = HEADER_BYTES;
  }

  get count(): number {
    return this.#count;
  }

  /** @throws RangeError for an instant, date or UUID that is none */
  add(row: RowOf<T>): void {
    const sheet = this.#sheet;
    const { names, types, ids } = sheet;
    const values = row as Readonly<Record<string, ValueOf<ColumnType>>>;
    this.#count += 1;
    sheet.reserve(8 + names.length * 16);
    const start = sheet.end;
    sheet.view.setInt32(start + 4, names.length);
    sheet.end = start + 8;
    for (let i = 0; i < names.length; i++) {
      const value = values[names[i] ?? ''];
      // Room for the column's head and any value of fixed length; longer ones make their own.
      sheet.reserve(24);
      const at = sheet.end;
      sheet.view.setInt32(at, ids[i] ?? 0);
      sheet.end = at + 8;
      const length = value === null || value === undefined ? NULL : put(sheet, types[i] ?? 'text', value);
      sheet.view.setInt32(at + 4, length);
    }
    sheet.view.setInt32(start, sheet.end - start - 4);
  }

  /** A copy, so that the sheet is free for the next group. Undefined where no row was added: the server gets NULL. */
  whole(): Buffer | undefined {
    const { bytes, view, end } = this.#sheet;
    if (this.#count === 0) return undefined;
    // Dimensions, no NULL elements, element type, length, lower bound.
    [1, 0, OWN_TYPE_ID, this.#count, 1].forEach((word, i) => {
      view.setInt32(i * 4, word);
    });
    return Buffer.from(bytes.subarray(0, end));
  }
}

/** @returns bytes written */
function put(sheet: Sheet, type: ColumnType, value: string | number | boolean | Buffer | readonly string[]): number {
  if (typeof value === 'string') {
    switch (type) {
      case 'uuid':
        return putUuid(sheet, value);
      case 'timestamptz':
        return putInstant(sheet, value);
      case 'date':
        return putInt(sheet, (Date.parse(value) - EPOCH_MS) / DAY_MS);
      case 'jsonb':
        // The version of the format.
        sheet.bytes[sheet.end++] = 1;
        return 1 + putText(sheet, value);
      default:
        return putText(sheet, value);
    }
  }
  if (typeof value === 'number') return putInt(sheet, value);
  if (typeof value === 'boolean') {
    sheet.bytes[sheet.end++] = value ? 1 : 0;
    return 1;
  }
  return Buffer.isBuffer(value) ? putBytes(sheet, value) : putUuids(sheet, value);
}

function putInt(sheet: Sheet, value: number): number {
  if (!Number.isInteger(value)) throw new RangeError(`${String(value)} is no integer or date`);
  sheet.view.setInt32(sheet.end, value);
  sheet.end += 4;
  return 4;
}

function putInstant(sheet: Sheet, value: string): number {
  const micros = millisOf(value) * 1_000;
  const high = Math.floor(micros / TWO_POW_32);
  sheet.view.setInt32(sheet.end, high);
  sheet.view.setUint32(sheet.end + 4, micros - high * TWO_POW_32);
  sheet.end += 8;
  return 8;
}

/** The value of a hexadecimal digit by its character code; 255 for anything else. */
const NIBBLES = Uint8Array.from({ length: 256 }, (_, code) => {
  const digit = '0123456789abcdef'.indexOf(String.fromCharCode(code).toLowerCase());
  return digit < 0 ? 255 : digit;
});
/** Where the sixteen bytes stand in `8-4-4-4-12`. */
const UUID_PLACES = Uint8Array.of(0, 2, 4, 6, 9, 11, 14, 16, 19, 21, 24, 26, 28, 30, 32, 34);

function putUuid(sheet: Sheet, value: string): number {
  const { bytes, end } = sheet;
  let wrong = value.length === 36 ? 0 : 255;
  for (let i = 0; i < 16; i++) {
    const place = UUID_PLACES[i] ?? 0;
    const high = NIBBLES[value.charCodeAt(place) & 255] ?? 255;
    const low = NIBBLES[value.charCodeAt(place + 1) & 255] ?? 255;
    wrong |= (high | low) & 240;
    bytes[end + i] = high * 16 + low;
  }
  if (wrong !== 0) throw new RangeError('a UUID is malformed');
  sheet.end = end + 16;
  return 16;
}

function putUuids(sheet: Sheet, values: readonly string[]): number {
  const header = values.length === 0 ? [0, 0, TYPE_IDS.uuid] : [1, 0, TYPE_IDS.uuid, values.length, 1];
  const length = header.length * 4 + values.length * 20;
  sheet.reserve(length);
  for (const word of header) putInt(sheet, word);
  for (const value of values) {
    putInt(sheet, 16);
    putUuid(sheet, value);
  }
  return length;
}

function putText(sheet: Sheet, value: string): number {
  sheet.reserve(value.length * BYTES_A_UNIT);
  if (value.length <= SHORT && putAscii(sheet, value)) return value.length;
  const length = sheet.bytes.write(value, sheet.end, 'utf8');
  sheet.end += length;
  return length;
}

/** False where a character takes more than a byte; nothing counts as written then. */
function putAscii(sheet: Sheet, value: string): boolean {
  const { bytes, end } = sheet;
  for (let i = 0; i < value.length; i++) {
    const code = value.charCodeAt(i);
    if (code > 127) return false;
    bytes[end + i] = code;
  }
  sheet.end = end + value.length;
  return true;
}

function putBytes(sheet: Sheet, value: Buffer): number {
  sheet.reserve(value.length);
  sheet.end += value.copy(sheet.bytes, sheet.end);
  return value.length;
}
