import { createHash } from 'node:crypto';

/** Crockford's base32: no I, L, O, U, so that a code read out or copied by hand survives. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** The first `length` characters (5 bits each) of `bytes`. */
export function crockford(bytes: Buffer, length: number): string {
  let text = '';
  let bits = 0;
  let value = 0;
  for (const byte of bytes) {
    value = ((value << 8) | byte) & 0xffff;
    bits += 8;
    while (bits >= 5 && text.length < length) {
      bits -= 5;
      text += ALPHABET.charAt((value >>> bits) & 31);
    }
  }
  return text;
}

/** `7K2M4P…` as `7K2M-4P…`. */
export function grouped(code: string): string {
  return code.replaceAll(/(.{4})(?=.)/g, '$1-');
}

/** As people type it: any case, blanks and dashes, I and L for 1, O for 0. Null for what can't be a code. */
export function normaliseCode(typed: string): string | null {
  const code = typed
    .toUpperCase()
    .replaceAll(/[\s\-‐-―－]/gu, '')
    .replaceAll(/[IL]/g, '1')
    .replaceAll('O', '0');
  return /^[0-9A-HJKMNP-TV-Z]{1,64}$/.test(code) ? code : null;
}

/** SHA-256 of a normalised code: the code has 100 random bits, so a plain hash gives nothing away. */
export function hashCode(code: string): Buffer {
  return createHash('sha256').update(code).digest();
}
