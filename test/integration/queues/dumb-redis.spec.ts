import { NotificationModule } from '#apps/notification';
import { RelayModule } from '#apps/relay';
import { FaultProxy } from '../../support/fault-proxy.ts';
import { RedisServer } from '../../support/redis-server.ts';
import { QueueServer } from './queue-database.ts';
import { startProcess } from './queue-process.ts';
import { until } from '../../support/until.ts';

/** Both kinds of connection have found out by then, and a lease has run out; ms, on a busy machine. */
const RECOVERS_WITHIN = 100_000;

describe('a network to Redis that goes dumb without a word', () => {
  it.each(['half-open', 'blackhole'] as const)(
    '%s: connections that answer nothing are made anew, and notices are delivered again',
    async (fault) => {
      const redis = await RedisServer.start();
      const wire = await FaultProxy.start(() => ({ host: '127.0.0.1', port: Number(new URL(redis.url).port) }));
      const server = await QueueServer.start();
      const database = await server.database();
      const process = await startProcess({
        databaseUrl: database.url,
        redisUrl: wire.through(redis.url),
        modules: [RelayModule, NotificationModule],
      });
      const delivered = (count: number): Promise<unknown> =>
        until(
          'the notices have arrived',
          () => database.one<number>('select count(*)::int from jiefen.notices'),
          (n) => n === count,
          RECOVERS_WITHIN,
        );
      try {
        await database.commitNotices(10);
        await delivered(10);
        wire.begin(fault);
        expect(wire.touched).toBeGreaterThan(0);
        await database.commitNotices(10);
        wire.heal();
        await delivered(20);
      } finally {
        await process.close();
        await database.close();
        await server.stop();
        await wire.close();
        await redis.stop();
      }
    },
    240_000,
  );
});
