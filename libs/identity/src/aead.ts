import { createCipheriv, createDecipheriv, randomFillSync } from 'node:crypto';

const FORMAT = 1;
const IV_BYTES = 12;
const TAG_BYTES = 16;
/** Random bytes are drawn a page at a time: one call a nonce would cost more than the encryption. */
const page = Buffer.alloc(IV_BYTES * 256);
let used = page.length;

/** Where the next nonce of the page begins. */
function nextNonce(): number {
  if (used === page.length) {
    randomFillSync(page);
    used = 0;
  }
  used += IV_BYTES;
  return used - IV_BYTES;
}

/**
 * AES-256-GCM: format byte, nonce, ciphertext, tag.
 * @param key 32 bytes
 * @param boundTo the row the ciphertext belongs to; moved to another row it doesn't open
 */
export function seal(key: Buffer, boundTo: string, plain: Buffer | string): Buffer {
  const bytes = typeof plain === 'string' ? Buffer.byteLength(plain) : plain.length;
  const sealed = Buffer.allocUnsafe(1 + IV_BYTES + bytes + TAG_BYTES);
  sealed[0] = FORMAT;
  const at = nextNonce();
  page.copy(sealed, 1, at, at + IV_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key, sealed.subarray(1, 1 + IV_BYTES));
  cipher.setAAD(Buffer.from(boundTo));
  const body = typeof plain === 'string' ? cipher.update(plain, 'utf8') : cipher.update(plain);
  cipher.final();
  body.copy(sealed, 1 + IV_BYTES);
  cipher.getAuthTag().copy(sealed, 1 + IV_BYTES + bytes);
  return sealed;
}

/** @throws Error when key, row or bytes are not those it was sealed with. */
export function unseal(key: Buffer, boundTo: string, sealed: Buffer): Buffer {
  if (sealed.length < 1 + IV_BYTES + TAG_BYTES || sealed[0] !== FORMAT) throw new Error('ciphertext of an unknown format');
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(1, 1 + IV_BYTES));
  decipher.setAAD(Buffer.from(boundTo));
  decipher.setAuthTag(sealed.subarray(sealed.length - TAG_BYTES));
  return Buffer.concat([decipher.update(sealed.subarray(1 + IV_BYTES, sealed.length - TAG_BYTES)), decipher.final()]);
}
