import { createHash } from 'node:crypto';

/** Jiefen's own name space for name-based UUIDs. Never change it: unit ids in every event depend on it. */
const NAMESPACE = Buffer.from('6f1d3a0c5be24c479a8d0b7d2e91c430', 'hex');

/** Name-based UUID (RFC 9562, version 5): the same name gives the same id on every installation. */
export function nameBasedId(name: string): string {
  const hash = createHash('sha1').update(NAMESPACE).update(name, 'utf8').digest().subarray(0, 16);
  hash.writeUInt8((hash.readUInt8(6) & 0x0f) | 0x50, 6);
  hash.writeUInt8((hash.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = hash.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

/** The id of the unit `<function>.<division>`. */
export function unitId(fn: string, division: string): string {
  return nameBasedId(`unit:${fn}.${division}`);
}

/** The id of a demonstration account. */
export function accountId(username: string): string {
  return nameBasedId(`account:${username}`);
}
