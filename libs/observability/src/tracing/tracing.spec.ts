import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { spanOf, traceOf } from './command-trace.ts';
import { openTracing } from './open-tracing.ts';

describe('tracing', () => {
  it('is nothing at all without a collector', async () => {
    await expect(openTracing(null, 'test')).resolves.toBeNull();
  });

  it('knows trace and span of a command from its id', () => {
    const id = '019a5b3c-7d2e-7abc-9def-0123456789ab';
    expect([traceOf(id), spanOf(id)]).toEqual(['019a5b3c7d2e7abc9def0123456789ab', '9def0123456789ab']);
  });

  it('gives the first command of a request the request’s trace, and every further one its own', async () => {
    const collector = createServer((_request, response) => response.end('{}'));
    await new Promise<void>((listening) => collector.listen(0, '127.0.0.1', listening));
    const tracing = await openTracing(`http://127.0.0.1:${String((collector.address() as AddressInfo).port)}`, 'test');
    if (tracing === null) throw new Error('a collector was named');
    const run = (id: string): Promise<{ kind: string; id: string }> => Promise.resolve({ kind: 'done', id });
    const minted = '019a5b3c-0000-7000-8000-000000000200';
    const command = (): Promise<{ id: string }> => tracing.command('ACCEPT', { given: undefined, mint: () => minted }, run);
    const request = '019a5b3c-0000-7000-8000-000000000100';
    const span = tracing.request('POST /api/cases/:id/commands', request);
    const ids = await new Promise<string[]>((resolve) => {
      span.within(() => {
        void Promise.all([command(), command()]).then((outcomes) => {
          resolve(outcomes.map(({ id }) => id));
        });
      });
    });
    span.end(200);
    expect(ids).toEqual([request, minted]);
    expect((await command()).id).toBe(minted);
    await tracing.close();
    collector.closeAllConnections();
    await new Promise((closed) => collector.close(closed));
  });
});
