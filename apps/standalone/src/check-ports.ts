import { ConfigError } from '#libs/config';
import type { Settings } from '#libs/config';
import { createServer } from 'node:net';

/** @throws ConfigError one line, when somebody listens on a port that this process is going to need */
export async function checkPorts(settings: Pick<Settings, 'host' | 'port' | 'metricsPort'>): Promise<void> {
  for (const [name, port] of [
    ['PORT', settings.port],
    ['METRICS_PORT', settings.metricsPort],
  ] as const) {
    if (port === null) continue;
    const code = await probe(settings.host, port);
    if (code === 'EADDRINUSE') throw new ConfigError(`port ${port} is in use: stop what listens there or set ${name}`);
    if (code !== null) throw new ConfigError(`cannot listen on ${settings.host}:${port} (${code})`);
  }
}

/** The error code of listening, null when it works. */
function probe(host: string, port: number): Promise<string | null> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', (error: NodeJS.ErrnoException) => {
      resolve(error.code ?? error.message);
    });
    server.listen(port, host, () => {
      server.close(() => {
        resolve(null);
      });
    });
  });
}
