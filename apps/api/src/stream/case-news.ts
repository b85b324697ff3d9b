import { Inject, Injectable } from '@nestjs/common';
import type { OnApplicationShutdown } from '@nestjs/common';
import type { Pool } from 'pg';
import { viewerUnits } from '#libs/domain';
import type { Role } from '#libs/domain';
import type { Done } from '#libs/engine';
import { LOG } from '#libs/observability';
import type { Log } from '#libs/observability';
import { READ_POOL } from '#libs/persistence';
import { publishStream } from '#libs/stream';
import type { CaseNews } from '#libs/stream';

/** Long enough to put a burst into one NOTIFY, short enough to be seen at once. */
const GATHER_MS = 100;
const MOST_WAITING = 5_000;
const UNIT_ROLES: readonly Role[] = ['clerk', 'handler', 'head', 'mediator', 'supervisor'];
const SEALED_ROLES: readonly Role[] = ['handler', 'head'];

/**
 * Tells whoever has a case on screen that it changed: the units that may know of it, by ids alone. A courtesy after the
 * commit; nothing depends on it. A sealed case that nobody passed on yet has one reader, who is the one who acts: silence.
 */
@Injectable()
export class CaseNewsroom implements OnApplicationShutdown {
  #waiting: CaseNews[] = [];
  #timer: NodeJS.Timeout | undefined;

  constructor(
    @Inject(READ_POOL) private readonly pool: Pool,
    @Inject(LOG) private readonly log: Log,
  ) {}

  changed({ caseId, seq, version, at, snapshot }: Done): void {
    const { context } = snapshot;
    if (context.sealed && context.hops.length === 0) return;
    const roles = context.sealed ? SEALED_ROLES : UNIT_ROLES;
    const to = viewerUnits(context).map((unitId) => ({ unitId, roles }));
    if (to.length === 0 || this.#waiting.length >= MOST_WAITING) return;
    this.#waiting.push({ topic: 'case', caseId, seq, version, at, to });
    this.#timer ??= setTimeout(() => {
      void this.#send();
    }, GATHER_MS);
  }

  async onApplicationShutdown(): Promise<void> {
    clearTimeout(this.#timer);
    await this.#send();
  }

  async #send(): Promise<void> {
    this.#timer = undefined;
    const news = this.#waiting;
    this.#waiting = [];
    try {
      await publishStream(this.pool, news);
    } catch (error) {
      this.log.warn('stream.not_published', { error, events: news.length });
    }
  }
}
