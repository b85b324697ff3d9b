import type { QueueBackendKind } from '../support/queue-store.ts';
import type { AppName } from './installation-apart.ts';
import { times } from './seed.ts';

/** How often each fault is carried out in the scenario over each place of the queues. */
export interface FaultCounts {
  /** `kill -9` at random, of each app. */
  readonly kills: number;
  /** Each named point that this scenario has. */
  readonly eachPoint: number;
  /** Each way in which PostgreSQL may end, and one of its backends. */
  readonly databaseEnds: number;
  readonly databaseDownAtStart: number;
  /** Redis emptied, and killed and empty. */
  readonly redisLost: number;
  readonly frozen: number;
  readonly blocked: number;
  /** Which app. */
  readonly standsStill: { readonly frozen: AppName; readonly blocked: AppName };
  /** Of each wrong clock. */
  readonly wrongClocks: number;
  /** Of each kind, on each wire. */
  readonly network: number;
}

export const COUNTS: Readonly<Record<QueueBackendKind, FaultCounts>> = {
  redis: {
    kills: times(5, 50),
    eachPoint: times(1, 10),
    databaseEnds: times(2, 15),
    databaseDownAtStart: times(1, 24),
    redisLost: times(3, 20),
    frozen: times(1, 10),
    blocked: times(1, 10),
    standsStill: { frozen: 'notification', blocked: 'escalation' },
    wrongClocks: times(1, 10),
    network: times(1, 10),
  },
  postgres: {
    kills: times(5, 50),
    eachPoint: times(1, 10),
    databaseEnds: times(2, 35),
    databaseDownAtStart: times(1, 25),
    redisLost: 0,
    frozen: times(1, 10),
    blocked: times(1, 10),
    standsStill: { frozen: 'relay', blocked: 'notification' },
    wrongClocks: times(1, 10),
    network: times(1, 10),
  },
};

/** Redis away, of the standalone on Redis. */
export const REDIS_AWAY = { times: times(3, 20), forMs: times(60_000, 900_000) };
