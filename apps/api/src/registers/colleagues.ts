import { Inject, Injectable } from '@nestjs/common';
import type { Pool } from 'pg';
import type { AnswerOf, listColleagues } from '#libs/contracts';
import { DirectoryService } from '#libs/directory';
import type { NamedHandler } from '#libs/domain';
import { READ_POOL } from '#libs/persistence';
import { isUuid } from '../cases/case-store.ts';
import { problemOf } from '../http/problem-error.ts';

interface PersonRow {
  readonly id: string;
  readonly display_name: string;
  readonly unit_id: string;
  readonly roles: string[];
}

/** Whom a unit has for the work on cases: by name, because nobody knows people by their numbers. */
@Injectable()
export class Colleagues {
  constructor(
    @Inject(READ_POOL) private readonly pool: Pool,
    private readonly directory: DirectoryService,
  ) {}

  /** @throws 404 for a unit that isn't there */
  async of(unitId: string): Promise<AnswerOf<typeof listColleagues>> {
    if (this.directory.unit(unitId) === undefined) throw problemOf('unit.not_found');
    const { rows } = await this.pool.query<PersonRow>(
      `select id, display_name, unit_id, roles from jiefen.users where unit_id = $1 and active and roles && '{handler,head,mediator,leader}' order by username limit 200`,
      [unitId],
    );
    return {
      items: rows.map(({ id, display_name: name, unit_id: of, roles }) => ({ id, name, unitId: of, roles })),
      nextCursor: null,
    };
  }

  /** Somebody who does a unit's work. @returns null for anybody else */
  async handler(userId: string): Promise<NamedHandler | null> {
    if (!isUuid(userId)) return null;
    const { rows } = await this.pool.query<PersonRow>(
      `select id, display_name, unit_id, roles from jiefen.users where id = $1 and active and unit_id is not null and roles && '{handler,head}'`,
      [userId],
    );
    return rows[0] === undefined ? null : { userId: rows[0].id, unitId: rows[0].unit_id };
  }

  async nameOf(userId: string): Promise<string> {
    const { rows } = await this.pool.query<{ display_name: string }>('select display_name from jiefen.users where id = $1', [userId]);
    return rows[0]?.display_name ?? '';
  }
}
