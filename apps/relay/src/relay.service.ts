import type { OnApplicationBootstrap, OnModuleDestroy } from '@nestjs/common';
import { Inject, Injectable } from '@nestjs/common';
import type { Pool } from 'pg';
import { Counter } from 'prom-client';
import type { Registry } from 'prom-client';
import { BacklogReader, causingCommands, ensureQueuesUsable, PAUSES_CHANNEL, PostgresOutbox, RELAY_CHANNEL } from '#libs/backlog';
import type { DeliveryOptions } from '#libs/notifications';
import { DELIVERY_OPTIONS } from '#libs/notifications';
import type { Log, Tracing } from '#libs/observability';
import { HealthChecks, LOG, METRICS, TRACING } from '#libs/observability';
import type { PollingOptions, Turn } from '#libs/polling';
import { PollingLoop } from '#libs/polling';
import { JobProducer, QUEUE_POOL } from '#libs/queues';
import { PgListener } from '#libs/stream';
import { observeBacklog } from './backlog-metrics.ts';
import { DeliveryRelay } from './delivery-relay.ts';
import { OutboxPurge } from './outbox-purge.ts';
import type { RelayTrace } from './outbox-relay.ts';
import { OutboxRelay } from './outbox-relay.ts';
import { QueueWatch } from './queue-watch.ts';
import type { RelayOptions } from './relay-options.ts';
import { RELAY_OPTIONS } from './relay-options.ts';
import { WakeupRelay } from './wakeup-relay.ts';

/** Keeps the relay's loops going. They share nothing but the pool: one that fails leaves the others alone. */
@Injectable()
export class RelayService implements OnApplicationBootstrap, OnModuleDestroy {
  readonly outbox: OutboxRelay;
  private readonly loops: Readonly<Record<'outbox' | 'deliveries' | 'wakeups' | 'watch' | 'purge' | 'deliveryPurge', PollingLoop>>;
  private readonly unsubscribe: (() => void)[] = [];

  constructor(
    @Inject(QUEUE_POOL) private readonly pool: Pool,
    @Inject(JobProducer) producer: JobProducer,
    @Inject(PgListener) private readonly listener: PgListener,
    @Inject(RELAY_OPTIONS) options: RelayOptions,
    @Inject(DELIVERY_OPTIONS) deliveryOptions: DeliveryOptions,
    @Inject(LOG) private readonly log: Log,
    @Inject(METRICS) private readonly metrics: Registry,
    @Inject(HealthChecks) private readonly health: HealthChecks,
    @Inject(TRACING) tracing: Tracing | null,
  ) {
    this.outbox = new OutboxRelay(new PostgresOutbox(pool), producer, options, tracing === null ? undefined : traced(tracing, pool));
    const deliveries = new DeliveryRelay(pool, producer, deliveryOptions);
    const wakeups = new WakeupRelay(pool, producer, options);
    const watch = new QueueWatch(pool, producer);
    const purge = new OutboxPurge(pool, options);
    const [shortest, longest] = options.poll;
    this.loops = {
      outbox: this.loop('outbox', () => this.outbox.turn(), { shortest, longest }),
      deliveries: this.loop('deliveries', () => deliveries.turn(), { shortest, longest: longest * 2 }),
      wakeups: this.loop('wakeups', () => wakeups.turn(), { shortest: 250, longest: 1000 }),
      watch: this.loop('watch', () => watch.turn(), { shortest: 2000, longest: 2000 }),
      purge: this.loop('purge', () => purge.turn(), { shortest: 1000, longest: 60_000 }),
      deliveryPurge: this.loop('delivery-purge', () => deliveries.purge(), { shortest: 1000, longest: 60_000 }),
    };
  }

  onApplicationBootstrap(): void {
    this.observe();
    this.unsubscribe.push(
      this.listener.subscribe(RELAY_CHANNEL, () => {
        this.nudge();
      }),
      this.listener.subscribe(PAUSES_CHANNEL, () => {
        this.loops.watch.nudge();
      }),
    );
    for (const loop of Object.values(this.loops)) loop.start();
  }

  /** Looks at outbox and wake-ups now: for whoever has just committed something in this process. */
  nudge(): void {
    this.loops.outbox.nudge();
    this.loops.wakeups.nudge();
  }

  /** The first phase of a stop: nothing more is leased. */
  async onModuleDestroy(): Promise<void> {
    for (const end of this.unsubscribe) end();
    await Promise.all(Object.values(this.loops).map((loop) => loop.stop()));
  }

  private loop(name: string, turn: () => Promise<Turn>, pauses: Pick<PollingOptions, 'shortest' | 'longest'>): PollingLoop {
    return new PollingLoop(turn, {
      ...pauses,
      onError: (error) => {
        this.log.warn('relay.turn_failed', { loop: name, error });
      },
    });
  }

  private observe(): void {
    const reader = new BacklogReader(this.pool);
    this.health.register('relay-database', () => this.pool.query('select 1'));
    this.health.register('queues', () => ensureQueuesUsable(reader), 'useful');
    const { counts } = this.outbox;
    new Counter({
      name: 'jiefen_relay_rows_total',
      help: 'Outbox rows by what the relay of this process did with them',
      labelNames: ['done'],
      registers: [this.metrics],
      collect() {
        this.reset();
        this.inc({ done: 'leased' }, counts.leased);
        this.inc({ done: 'buried' }, counts.buried);
      },
    });
    new Counter({
      name: 'jiefen_relay_jobs_total',
      help: 'Jobs that the relay of this process added',
      registers: [this.metrics],
      collect() {
        this.reset();
        this.inc(counts.jobs);
      },
    });
    observeBacklog(this.metrics, reader);
  }
}

const traced =
  (tracing: Tracing, pool: Pool): RelayTrace =>
  async (ids, add) =>
    tracing.batch('outbox.relay', await causingCommands(pool, ids), add);
