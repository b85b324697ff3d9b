import { hash, randomBytes } from 'node:crypto';

const BYTES = 32;

/** A fresh opaque token: 256 random bits. */
export function newToken(): string {
  return randomBytes(BYTES).toString('base64url');
}

/** SHA-256 of a token in base64; null for what can't be one of ours. */
export function tokenDigest(token: string): string | null {
  return /^[\w-]{43}$/.test(token) ? hash('sha256', token, 'base64') : null;
}

/** What the database keeps instead of the token; null for what can't be one of ours. */
export function tokenHash(token: string): Buffer | null {
  const digest = tokenDigest(token);
  return digest === null ? null : Buffer.from(digest, 'base64');
}
