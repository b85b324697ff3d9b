import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';

/** `wanted` when nobody listens on it on this machine, else a port the system picks. */
export async function freePort(wanted: number | null): Promise<number> {
  if (wanted !== null && (await listen(wanted)) !== null) return wanted;
  const port = await listen(0);
  if (port === null) throw new Error('the system has no free port left');
  return port;
}

function listen(port: number): Promise<number | null> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => {
      resolve(null);
    });
    probe.listen(port, '127.0.0.1', () => {
      const { port: given } = probe.address() as AddressInfo;
      probe.close(() => {
        resolve(given);
      });
    });
  });
}
