import { hash, verify } from '@node-rs/argon2';

/** OWASP's second choice for argon2id (19 MiB, 2 passes): some 20 ms on a small server. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** The argon2id hash of a password, in PHC form. */
export function hashPassword(password: string): Promise<string> {
  return hash(password, COST);
}

/** Checked when there is no such account, so that the answer takes as long as for a wrong password. */
let nobody: Promise<string> | undefined;

/** Compares; `null` stands for an unknown account, does the same work and is false. */
export async function verifyPassword(stored: string | null, given: string): Promise<boolean> {
  nobody ??= hashPassword('there is no such account');
  const against = stored ?? (await nobody);
  const same = await verify(against, given);
  return stored !== null && same;
}
