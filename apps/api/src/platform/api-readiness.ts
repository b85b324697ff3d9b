import { Inject, Injectable } from '@nestjs/common';
import type { OnModuleInit } from '@nestjs/common';
import type { Pool } from 'pg';
import { BacklogReader, ensureQueuesUsable } from '#libs/backlog';
import { HealthChecks } from '#libs/observability';
import { READ_POOL } from '#libs/persistence';

/** Ready = the database answers, with our schema in it. Queues that are away are told, and keep nobody out. */
@Injectable()
export class ApiReadiness implements OnModuleInit {
  constructor(
    @Inject(READ_POOL) private readonly pool: Pool,
    private readonly backlog: BacklogReader,
    private readonly health: HealthChecks,
  ) {}

  onModuleInit(): void {
    this.health.register('database', () => this.pool.query('select jiefen.app_now()'));
    this.health.register('queues', () => ensureQueuesUsable(this.backlog), 'useful');
  }
}
