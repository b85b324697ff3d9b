import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { Pool } from 'pg';
import { hashPassword, SessionStore } from '#libs/access';
import type { Viewer } from '#libs/access';
import type { AnswerOf, BodyOf, createUser, listUsers, QueryOf, updateUser } from '#libs/contracts';
import { DirectoryService } from '#libs/directory';
import type { Role } from '#libs/domain';
import { READ_POOL } from '#libs/persistence';
import { isUuid } from '../cases/case-store.ts';
import { SqlConditions } from '../cases/sql-conditions.ts';
import { Cursors } from '../http/cursor.ts';
import { DEFAULT_LIMIT, pageOf } from '../http/page.ts';
import { invalid, problemOf, unknownReference } from '../http/problem-error.ts';
import { AuditTrail } from './audit-trail.ts';

interface AccountRow {
  readonly id: string;
  readonly username: string;
  readonly display_name: string;
  readonly roles: Role[];
  readonly unit_id: string | null;
  readonly active: boolean;
  readonly created_at: Date;
}

type Account = AnswerOf<typeof createUser>;
const COLUMNS = 'id, username, display_name, roles, unit_id, active, created_at';

/** Accounts of the staff. Every change is audited and ends the sessions it concerns. */
@Injectable()
export class Accounts {
  constructor(
    @Inject(READ_POOL) private readonly pool: Pool,
    private readonly directory: DirectoryService,
    private readonly sessions: SessionStore,
    private readonly audit: AuditTrail,
    private readonly cursors: Cursors,
  ) {}

  async page(query: QueryOf<typeof listUsers>): Promise<AnswerOf<typeof listUsers>> {
    const limit = query.limit ?? DEFAULT_LIMIT;
    const list = JSON.stringify(['users', query.q ?? null, query.unitId ?? null]);
    const after = this.cursors.read(list, query.cursor)?.[0];
    const where = new SqlConditions();
    if (query.q !== undefined) where.add('(username ilike $1 or display_name ilike $1)', `%${query.q.replaceAll(/[\\%_]/g, '\\$&')}%`);
    if (query.unitId !== undefined) where.add('unit_id = $1::uuid', query.unitId);
    if (after !== undefined) where.add('username > $1', after);
    const { rows } = await this.pool.query<AccountRow>(
      `select ${COLUMNS} from jiefen.users where ${where.sql} order by username limit ${String(limit + 1)}`,
      where.values,
    );
    const page = pageOf(rows, limit, (last) => this.cursors.write(list, [last.username]));
    return { ...page, items: page.items.map(viewOf) };
  }

  /** @throws 400 for an unknown unit */
  checkUnit(unitId: string | null | undefined): void {
    if (typeof unitId === 'string' && this.directory.unit(unitId) === undefined) throw invalid(unknownReference('unitId'));
  }

  async create(viewer: Viewer, { username, displayName, password, roles, unitId }: BodyOf<typeof createUser>): Promise<Account> {
    const { rows } = await this.pool.query<AccountRow>(
      `insert into jiefen.users(id, username, password_hash, display_name, roles, unit_id) values ($1, $2, $3, $4, $5, $6) on conflict (username) do nothing returning ${COLUMNS}`,
      [randomUUID(), username, await hashPassword(password), displayName, [...new Set(roles)], unitId],
    );
    const row = rows[0];
    if (row === undefined) throw problemOf('user.exists');
    await this.audit.record(viewer, 'user.created', row.id, { roles, unitId });
    return viewOf(row);
  }

  async update(viewer: Viewer, id: string, body: BodyOf<typeof updateUser>): Promise<Account> {
    if (!isUuid(id)) throw problemOf('user.not_found');
    const { displayName, password, roles, unitId, active } = body;
    const { rows } = await this.pool.query<AccountRow>(
      `update jiefen.users set display_name = coalesce($2, display_name), password_hash = coalesce($3, password_hash), roles = coalesce($4, roles),
              unit_id = case when $5 then $6::uuid else unit_id end, active = coalesce($7, active) where id = $1 returning ${COLUMNS}`,
      [
        id,
        displayName ?? null,
        password === undefined ? null : await hashPassword(password),
        roles ?? null,
        unitId !== undefined,
        unitId ?? null,
        active ?? null,
      ],
    );
    const row = rows[0];
    if (row === undefined) throw problemOf('user.not_found');
    await this.sessions.endAll(row.id);
    await this.audit.record(viewer, 'user.changed', row.id, {
      changed: Object.keys(body).sort(),
      ...(roles === undefined ? {} : { roles }),
      ...(unitId === undefined ? {} : { unitId }),
    });
    return viewOf(row);
  }
}

function viewOf({ id, username, display_name: displayName, roles, unit_id: unitId, active, created_at: createdAt }: AccountRow): Account {
  return { id, username, displayName, roles, unitId, active, createdAt: createdAt.toISOString() };
}
