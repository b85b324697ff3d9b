import { Inject, Injectable } from '@nestjs/common';
import type { OnModuleInit } from '@nestjs/common';
import type { Pool } from 'pg';
import { HealthChecks } from '#libs/observability';
import { READ_POOL } from '#libs/persistence';

/** Ready = the database answers, with our schema in it. */
@Injectable()
export class ApiReadiness implements OnModuleInit {
  constructor(
    @Inject(READ_POOL) private readonly pool: Pool,
    private readonly health: HealthChecks,
  ) {}

  onModuleInit(): void {
    this.health.register('database', () => this.pool.query('select jiefen.app_now()'));
  }
}
