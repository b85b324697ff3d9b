import type { OnApplicationBootstrap, OnModuleDestroy, OnModuleInit } from '@nestjs/common';
import { Inject, Injectable } from '@nestjs/common';
import type { Pool } from 'pg';
import type { DomainEnv } from '#libs/domain';
import { lawBook, OFFICIAL_CALENDARS, PROCEDURE_DEFINITIONS, RULE_PACKS } from '#libs/domain';
import { DirectoryService } from '#libs/directory';
import { keepFirstEdition, latestEdition, READ_POOL, readLaw } from '#libs/persistence';
import type { Log } from '#libs/observability';
import { LOG } from '#libs/observability';
import { PollingLoop } from '#libs/polling';

/** So long a process may decide by the edition before, when another one has switched. */
const LOOK_EVERY_MS = 1_000;

/** What decisions are taken with, in memory: the law in force (shipped and published here) and the organisation. */
@Injectable()
export class DomainEnvironment implements OnModuleInit, OnApplicationBootstrap, OnModuleDestroy {
  #env: DomainEnv;
  readonly #looking: PollingLoop;

  constructor(
    @Inject(READ_POOL) private readonly pool: Pool,
    private readonly directory: DirectoryService,
    @Inject(LOG) log: Log,
  ) {
    this.#env = lawBook({ calendars: OFFICIAL_CALENDARS, rulePacks: RULE_PACKS, procedures: PROCEDURE_DEFINITIONS }, [], directory);
    this.#looking = new PollingLoop(async () => ((await this.refresh()) ? 'some' : 'idle'), {
      shortest: LOOK_EVERY_MS,
      longest: LOOK_EVERY_MS,
      onError: (error) => {
        log.warn('law.not_read', { error });
      },
    });
  }

  async onModuleInit(): Promise<void> {
    await keepFirstEdition(this.pool);
    await this.reload();
  }

  onApplicationBootstrap(): void {
    this.#looking.start();
  }

  async onModuleDestroy(): Promise<void> {
    await this.#looking.stop();
  }

  current(): DomainEnv {
    return this.#env;
  }

  /** Reads the law again where there is a newer edition. @returns whether there was one */
  async refresh(): Promise<boolean> {
    if ((await latestEdition(this.pool)) === this.#env.law?.edition) return false;
    await this.reload();
    return true;
  }

  /** After a switch. A broken law throws and leaves what was loaded before. */
  async reload(): Promise<void> {
    const { material, editions } = await readLaw(this.pool);
    this.#env = lawBook(material, editions, this.directory);
  }
}
