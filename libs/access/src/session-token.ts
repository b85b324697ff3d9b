import { createHash, randomBytes } from 'node:crypto';

const BYTES = 32;

/** A fresh opaque token: 256 random bits. */
export function newToken(): string {
  return randomBytes(BYTES).toString('base64url');
}

/** What the database keeps instead of the token; null for what can't be one of ours. */
export function tokenHash(token: string): Buffer | null {
  if (!/^[\w-]{43}$/.test(token)) return null;
  return createHash('sha256').update(token).digest();
}
