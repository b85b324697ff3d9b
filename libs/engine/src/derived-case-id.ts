import { createHash } from 'node:crypto';

/**
 * A case id that follows from names (UUID version 8, RFC 9562): the same names always give the same one, so that what is begun twice
 * is begun once. Its last byte is zero, as of every command id.
 */
export function derivedCaseId(...names: readonly string[]): string {
  const digest = createHash('sha256').update(JSON.stringify(names)).digest('hex');
  const variant = ((Number.parseInt(digest.slice(16, 18), 16) & 0x3f) | 0x80).toString(16).padStart(2, '0');
  return `${digest.slice(0, 8)}-${digest.slice(8, 12)}-8${digest.slice(13, 16)}-${variant}${digest.slice(18, 20)}-${digest.slice(20, 30)}00`;
}
