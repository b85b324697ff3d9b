import type { OnModuleInit } from '@nestjs/common';
import { Inject, Injectable } from '@nestjs/common';
import type { Pool } from 'pg';
import type { CalendarBook, DomainEnv } from '#libs/domain';
import { calendarBook, OFFICIAL_CALENDARS, RULE_PACKS } from '#libs/domain';
import { DirectoryService } from '#libs/directory';
import { READ_POOL, readCalendars } from '#libs/persistence';

/** What decisions are taken with, in memory: calendars (those shipped and those published here), rule packs, the organisation. */
@Injectable()
export class DomainEnvironment implements OnModuleInit {
  #env: DomainEnv;

  constructor(
    @Inject(READ_POOL) private readonly pool: Pool,
    private readonly directory: DirectoryService,
  ) {
    this.#env = this.#with(calendarBook(OFFICIAL_CALENDARS));
  }

  async onModuleInit(): Promise<void> {
    await this.reload();
  }

  current(): DomainEnv {
    return this.#env;
  }

  /** After a calendar version was published. A broken one throws and leaves what was loaded before. */
  async reload(): Promise<void> {
    this.#env = this.#with(await readCalendars(this.pool));
  }

  #with(calendars: CalendarBook): DomainEnv {
    return { calendars, rulePacks: RULE_PACKS, directory: this.directory };
  }
}
