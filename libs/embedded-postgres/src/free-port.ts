import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';

/**
 * Below 32768, where Linux and others begin to take the ports of outgoing connections: a port of that range that was free a moment
 * ago may be some connection's own when its server comes to listen on it.
 */
const FIRST = 10_240;
const BEHIND_LAST = 32_768;
const ATTEMPTS = 100;

/** `wanted` when nobody listens on it on this machine, else another free port, drawn at random. @throws Error when none is found */
export async function freePort(wanted: number | null = null): Promise<number> {
  if (wanted !== null && (await isFree(wanted))) return wanted;
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const port = randomInt(FIRST, BEHIND_LAST);
    if (await isFree(port)) return port;
  }
  throw new Error('the system has no free port left');
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => {
      resolve(false);
    });
    probe.listen(port, '127.0.0.1', () => {
      probe.close(() => {
        resolve(true);
      });
    });
  });
}
