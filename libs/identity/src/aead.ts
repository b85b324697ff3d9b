import { createDecipheriv, randomFillSync } from 'node:crypto';
import sodium from 'libsodium-wrappers';

await sodium.ready;

/** AES-256-GCM: what was sealed before; opened, no longer written. */
const AES_GCM = { format: 1, nonce: 12, tag: 16 } as const;
/** XChaCha20-Poly1305 (ADR 0013): its nonce is long enough to be drawn at random under one key for ever. */
const XCHACHA = { format: 2, nonce: 24, tag: 16 } as const;

/** Random bytes are drawn a page at a time: one call a nonce would cost more than the encryption. */
const page = Buffer.alloc(XCHACHA.nonce * 256);
let used = page.length;

/** The next nonce of the page. */
function nextNonce(): Buffer {
  if (used === page.length) {
    randomFillSync(page);
    used = 0;
  }
  used += XCHACHA.nonce;
  return page.subarray(used - XCHACHA.nonce, used);
}

/**
 * XChaCha20-Poly1305: format byte, nonce, ciphertext, tag.
 * @param key 32 bytes
 * @param boundTo the row the ciphertext belongs to; moved to another row it doesn't open
 */
export function seal(key: Buffer, boundTo: string, plain: Buffer | string): Buffer {
  const nonce = nextNonce();
  const message = typeof plain === 'string' ? Buffer.from(plain) : plain;
  const body = sodium.crypto_aead_xchacha20poly1305_ietf_encrypt(message, Buffer.from(boundTo), null, nonce, key);
  const sealed = Buffer.allocUnsafe(1 + XCHACHA.nonce + body.length);
  sealed[0] = XCHACHA.format;
  sealed.set(nonce, 1);
  sealed.set(body, 1 + XCHACHA.nonce);
  return sealed;
}

/** @throws Error when key, row or bytes are not those it was sealed with. */
export function unseal(key: Buffer, boundTo: string, sealed: Buffer): Buffer {
  const { format, nonce, tag } = sealed[0] === AES_GCM.format ? AES_GCM : XCHACHA;
  if (sealed[0] !== format || sealed.length < 1 + nonce + tag) throw new Error('ciphertext of an unknown format');
  const [drawn, body] = [sealed.subarray(1, 1 + nonce), sealed.subarray(1 + nonce)];
  if (format === AES_GCM.format) return unsealAes(key, boundTo, drawn, body);
  return Buffer.from(sodium.crypto_aead_xchacha20poly1305_ietf_decrypt(null, body, Buffer.from(boundTo), drawn, key));
}

function unsealAes(key: Buffer, boundTo: string, nonce: Buffer, body: Buffer): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', key, nonce);
  decipher.setAAD(Buffer.from(boundTo));
  decipher.setAuthTag(body.subarray(body.length - AES_GCM.tag));
  return Buffer.concat([decipher.update(body.subarray(0, body.length - AES_GCM.tag)), decipher.final()]);
}
