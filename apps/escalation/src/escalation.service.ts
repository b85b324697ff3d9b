import type { OnApplicationBootstrap, OnModuleDestroy, OnModuleInit } from '@nestjs/common';
import { Inject, Injectable } from '@nestjs/common';
import type { Pool } from 'pg';
import { Counter } from 'prom-client';
import type { Registry } from 'prom-client';
import { PostgresOutbox } from '#libs/backlog';
import { Engine } from '#libs/engine';
import type { Log } from '#libs/observability';
import { HealthChecks, LOG, METRICS } from '#libs/observability';
import type { Turn } from '#libs/polling';
import { PollingLoop } from '#libs/polling';
import { SwitchRunner } from '#libs/switching';
import { JobWorkers, QUEUE_POOL } from '#libs/queues';
import { DueSweep } from './due-sweep.ts';
import type { EscalationOptions } from './escalation-options.ts';
import { ESCALATION_OPTIONS } from './escalation-options.ts';
import { Purge } from './purge.ts';
import { RecordOpener } from './record-opener.ts';
import { RungAgenda } from './rung-agenda.ts';
import { VisitDrawer } from './visit-drawer.ts';

/**
 * Keeps deadlines falling due: by a sweep that needs no queue, and by wake-ups; either alone is enough. The agenda makes it prompt.
 */
@Injectable()
export class EscalationService implements OnModuleInit, OnApplicationBootstrap, OnModuleDestroy {
  private readonly sweepLoop: PollingLoop | null;
  private readonly purgeLoop: PollingLoop;
  private readonly agenda: RungAgenda | null;
  private readonly agendaLoop: PollingLoop | null;
  private readonly switchLoop: PollingLoop;
  private readonly recordLoop: PollingLoop;
  private readonly visitLoop: PollingLoop;
  private readonly counts = { fired: 0, climbed: 0 };

  constructor(
    @Inject(DueSweep) private readonly sweep: DueSweep,
    @Inject(JobWorkers) private readonly workers: JobWorkers,
    @Inject(ESCALATION_OPTIONS) options: EscalationOptions,
    @Inject(Engine) engine: Engine,
    @Inject(SwitchRunner) switches: SwitchRunner,
    @Inject(QUEUE_POOL) pool: Pool,
    @Inject(LOG) private readonly log: Log,
    @Inject(METRICS) private readonly metrics: Registry,
    @Inject(HealthChecks) private readonly health: HealthChecks,
  ) {
    const { sweepEvery, lookEvery, purgeEvery, switchEvery, recordEvery, drawEvery } = options;
    this.sweepLoop = sweepEvery === null ? null : this.loop('sweep', () => this.sweepOnce(), sweepEvery);
    const agenda =
      lookEvery === null
        ? null
        : new RungAgenda({
            engine,
            sweep,
            withinMs: lookEvery * 2,
            onError: (error) => {
              log.warn('escalation.climb_failed', { error });
            },
          });
    this.agenda = agenda;
    this.agendaLoop = agenda === null || lookEvery === null ? null : this.loop('agenda', () => agenda.look(), lookEvery);
    const purge = new Purge(pool, engine);
    this.purgeLoop = this.loop('purge', () => purge.turn(), purgeEvery);
    const records = new RecordOpener(new PostgresOutbox(pool), engine, (ids) => casesAmong(pool, ids));
    this.recordLoop = this.loop('records', () => records.turn(), recordEvery);
    const visits = new VisitDrawer(pool, engine);
    this.visitLoop = this.loop('visits', () => visits.turn(), drawEvery);
    this.switchLoop = this.loop('switch', () => switches.turn(), switchEvery);
  }

  onModuleInit(): void {
    this.workers.consume('wakeups');
    this.health.register('wakeups-worker', () => this.workers.ensureWorking('wakeups'), 'useful');
  }

  onApplicationBootstrap(): void {
    const { counts } = this;
    new Counter({
      name: 'jiefen_sweep_rungs_total',
      help: 'Ladder rungs climbed by the sweeps of this process; `fired` of them were deadlines passing',
      labelNames: ['kind'],
      registers: [this.metrics],
      collect() {
        this.reset();
        this.inc({ kind: 'climbed' }, counts.climbed);
        this.inc({ kind: 'fired' }, counts.fired);
      },
    });
    this.sweepLoop?.start();
    this.agendaLoop?.start();
    this.purgeLoop.start();
    this.switchLoop.start();
    this.recordLoop.start();
    this.visitLoop.start();
  }

  /** The first phase of a stop: no sweep begins. */
  async onModuleDestroy(): Promise<void> {
    await Promise.all([
      this.sweepLoop?.stop(),
      this.purgeLoop.stop(),
      this.agendaLoop?.stop(),
      this.switchLoop.stop(),
      this.recordLoop.stop(),
      this.visitLoop.stop(),
    ]);
    await this.agenda?.stop();
  }

  private async sweepOnce(): Promise<Turn> {
    const { fired, climbed } = await this.sweep.run();
    this.counts.fired += fired;
    this.counts.climbed += climbed;
    return climbed > 0 ? 'busy' : 'idle';
  }

  private loop(name: string, turn: () => Promise<Turn>, every: number): PollingLoop {
    return new PollingLoop(turn, {
      shortest: every,
      longest: every,
      onError: (error) => {
        this.log.warn('escalation.turn_failed', { loop: name, error });
      },
    });
  }
}

async function casesAmong(pool: Pool, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const { rows } = await pool.query<{ id: string }>('select id from jiefen.cases where id = any($1::uuid[])', [ids]);
  return new Set(rows.map(({ id }) => id));
}
