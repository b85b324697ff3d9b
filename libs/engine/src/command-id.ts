import { randomFillSync } from 'node:crypto';

const page = Buffer.alloc(4096);
let used = page.length;

/**
 * A UUID v7 (RFC 9562) whose last byte is zero: the ids of what the command makes are the same with 01, 02 … there (`childId`).
 * 66 random bits besides the millisecond keep two processes apart. Legal time plays no part in it.
 */
export function mintCommandId(): string {
  if (used === page.length) {
    randomFillSync(page);
    used = 0;
  }
  const random = page.toString('hex', used, used + 16);
  used += 16;
  const time = Date.now().toString(16).padStart(12, '0');
  const variant = '89ab'.charAt(Number.parseInt(random.charAt(0), 16) & 3);
  return `${time.slice(0, 8)}-${time.slice(8)}-7${random.slice(1, 4)}-${variant}${random.slice(4, 7)}-${random.slice(7, 17)}00`;
}
