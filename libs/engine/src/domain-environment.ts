import type { OnModuleInit } from '@nestjs/common';
import { Inject, Injectable } from '@nestjs/common';
import type { Pool } from 'pg';
import type { CalendarData, DomainEnv } from '#libs/domain';
import { calendarBook, OFFICIAL_CALENDARS, RULE_PACKS } from '#libs/domain';
import { DirectoryService } from '#libs/directory';
import { READ_POOL } from '#libs/persistence';

/** What decisions are taken with, in memory: calendars (those shipped and those published here), rule packs, the organisation. */
@Injectable()
export class DomainEnvironment implements OnModuleInit {
  #env: DomainEnv;

  constructor(
    @Inject(READ_POOL) private readonly pool: Pool,
    private readonly directory: DirectoryService,
  ) {
    this.#env = environment([], directory);
  }

  async onModuleInit(): Promise<void> {
    await this.reload();
  }

  current(): DomainEnv {
    return this.#env;
  }

  /** After a calendar version was published. A broken one throws and leaves what was loaded before. */
  async reload(): Promise<void> {
    const { rows } = await this.pool.query<{ data: CalendarData }>('select data from jiefen.calendars order by published_at, version');
    this.#env = environment(rows.map(({ data }) => data), this.directory);
  }
}

function environment(published: readonly CalendarData[], directory: DirectoryService): DomainEnv {
  const shipped = new Set(OFFICIAL_CALENDARS.map(({ version }) => version));
  const calendars = calendarBook([...OFFICIAL_CALENDARS, ...published.filter(({ version }) => !shipped.has(version))]);
  return { calendars, rulePacks: RULE_PACKS, directory };
}
