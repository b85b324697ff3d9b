/**
 * Canonical JSON (RFC 8785, JCS): keys sorted by UTF-16 code units, numbers and strings as ECMAScript writes them, nothing between.
 * The same bytes as the package `canonicalize` (a property test compares them), in a fraction of its time: this runs on every step.
 *
 * A value whose keys stand in order already is canonical as `JSON.stringify` writes it. So one walk puts in order what isn't
 * (a copy of those objects alone) and the rest is native; build what is written often with its keys in order.
 *
 * @throws TypeError for what has no JSON (NaN, functions) or no UTF-8 (half a surrogate pair)
 */
export function canonicalJson(value: unknown): string {
  const ordered = inOrder(value);
  if (ordered !== NOT_PLAIN) {
    const json = JSON.stringify(ordered);
    // Either half a surrogate pair, which has no canonical form, or a text that merely speaks of one: looked at closely below.
    if (!json.includes('\\ud')) return json;
  }
  return written(value);
}

/** What `JSON.stringify` would write otherwise than RFC 8785, or not at all. */
const NOT_PLAIN = Symbol('not plain');

/** The value with all keys in order, itself where they are; `NOT_PLAIN` for what must be written piece by piece. */
function inOrder(value: unknown): unknown {
  switch (typeof value) {
    case 'string':
    case 'boolean':
      return value;
    case 'number':
      return Number.isFinite(value) ? value : NOT_PLAIN;
    case 'object':
      if (value === null) return null;
      return Array.isArray(value) ? listInOrder(value) : recordInOrder(value as Readonly<Record<string, unknown>>);
    default:
      return NOT_PLAIN;
  }
}

function listInOrder(values: readonly unknown[]): unknown {
  if (Object.getPrototypeOf(values) !== Array.prototype) return NOT_PLAIN;
  let copy: unknown[] | null = null;
  for (let i = 0; i < values.length; i++) {
    const value = values[i];
    if (value === undefined) continue;
    const ordered = inOrder(value);
    if (ordered === NOT_PLAIN) return NOT_PLAIN;
    if (ordered === value) continue;
    copy ??= [...values];
    copy[i] = ordered;
  }
  return copy ?? values;
}

function recordInOrder(value: Readonly<Record<string, unknown>>): unknown {
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) return NOT_PLAIN;
  let before = '';
  for (const key in value) {
    if (key < before) return sortedCopy(value, null, null);
    before = key;
    const one = value[key];
    if (typeof one === 'string' || one === undefined) continue;
    const ordered = inOrder(one);
    if (ordered === NOT_PLAIN) return NOT_PLAIN;
    if (ordered !== one) return sortedCopy(value, key, ordered);
  }
  return value;
}

/** Keys that an object doesn't keep in the order they are set in (indexes), or doesn't keep as a key (`__proto__`). */
function isUnsortable(key: string): boolean {
  const first = key.charCodeAt(0);
  return first <= 57 ? /^\d+$/.test(key) : first === 95 && key === '__proto__';
}

/** Up to so many keys are sorted faster by insertion, which most records need a step or two of. */
const FEW = 24;

function sortedKeys(value: object): readonly string[] {
  const keys = Object.keys(value);
  if (keys.length > FEW) return keys.sort();
  for (let i = 1; i < keys.length; i++) {
    const key = keys[i] ?? '';
    let place = i;
    for (let before = keys[place - 1]; before !== undefined && before > key; before = keys[place - 1]) keys[place--] = before;
    keys[place] = key;
  }
  return keys;
}

/** The part at `known` has been put in order already: what is in disorder is never looked at twice, however deep it lies. */
function sortedCopy(value: Readonly<Record<string, unknown>>, known: string | null, part: unknown): unknown {
  const copy: Record<string, unknown> = {};
  for (const key of sortedKeys(value)) {
    const one = value[key];
    if (one === undefined) continue;
    if (isUnsortable(key)) return NOT_PLAIN;
    const ordered = key === known ? part : inOrder(one);
    if (ordered === NOT_PLAIN) return NOT_PLAIN;
    copy[key] = ordered;
  }
  return copy;
}

/** Piece by piece: slow, and right for everything. */
function written(value: unknown): string {
  switch (typeof value) {
    case 'string':
      return text(value);
    case 'number':
      if (!Number.isFinite(value)) throw new TypeError(`${String(value)} has no JSON`);
      return JSON.stringify(value);
    case 'boolean':
      return value ? 'true' : 'false';
    case 'object':
      if (value === null) return 'null';
      return Array.isArray(value) ? list(value) : record(value as Readonly<Record<string, unknown>>);
    default:
      throw new TypeError(`a ${typeof value} has no JSON`);
  }
}

function list(values: readonly unknown[]): string {
  let out = '[';
  for (let i = 0; i < values.length; i++) {
    const value = values[i];
    if (i > 0) out += ',';
    out += value === undefined ? 'null' : written(value);
  }
  return `${out}]`;
}

function record(value: Readonly<Record<string, unknown>>): string {
  let out = '{';
  for (const key of Object.keys(value).sort()) {
    const one = value[key];
    if (one === undefined) continue;
    if (out.length > 1) out += ',';
    out += `${text(key)}:${written(one)}`;
  }
  return `${out}}`;
}

function text(value: string): string {
  const json = JSON.stringify(value);
  // ECMAScript escapes the half of a surrogate pair; RFC 8785 has no form for it.
  if (json.includes('\\ud') && /\p{Cs}/u.test(value)) throw new TypeError('half a surrogate pair has no UTF-8');
  return json;
}
