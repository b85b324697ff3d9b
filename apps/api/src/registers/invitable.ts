import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { Pool } from 'pg';
import type { Viewer } from '#libs/access';
import type { addHelper, AnswerOf, BodyOf, changeHelper, listHelpers, QueryOf } from '#libs/contracts';
import { DirectoryService } from '#libs/directory';
import type { HelperRegister, RegisteredHelper } from '#libs/domain';
import { READ_POOL } from '#libs/persistence';
import { AuditTrail } from '../administration/audit-trail.ts';
import { isUuid } from '../cases/case-store.ts';
import { SqlConditions } from '../cases/sql-conditions.ts';
import { Cursors } from '../http/cursor.ts';
import { DEFAULT_LIMIT, pageOf } from '../http/page.ts';
import { invalid, problemOf, unknownReference } from '../http/problem-error.ts';
import { addPlace } from './entries-of-place.ts';
import { permitForPlace } from './place-of-office.ts';

type Entry = AnswerOf<typeof addHelper>;
interface HelperRow {
  readonly id: string;
  readonly kind: HelperRegister;
  readonly name: string;
  readonly roles: Entry['roles'];
  readonly division: string;
  readonly organisation: string | null;
  readonly active: boolean;
}
const COLUMNS = 'id, kind, name, roles, division, organisation, active';

/** Registers of those who may be invited to help a mediation, by place. */
@Injectable()
export class Helpers {
  constructor(
    @Inject(READ_POOL) private readonly pool: Pool,
    private readonly directory: DirectoryService,
    private readonly audit: AuditTrail,
    private readonly cursors: Cursors,
  ) {}

  async page({
    limit = DEFAULT_LIMIT,
    cursor,
    division,
    register,
    active,
  }: QueryOf<typeof listHelpers>): Promise<AnswerOf<typeof listHelpers>> {
    const list = JSON.stringify(['helpers', division ?? null, register ?? null, active ?? null]);
    const after = this.cursors.read(list, cursor)?.[0];
    const where = new SqlConditions();
    if (division !== undefined) addPlace(where, division, this.directory.division(division)?.ancestors ?? []);
    if (register !== undefined) where.add('kind = $1', register);
    if (active !== undefined) where.add('active = $1', active === 'true');
    if (after !== undefined) where.add('id > $1::uuid', after);
    const { rows } = await this.pool.query<HelperRow>(
      `select ${COLUMNS} from jiefen.helpers where ${where.sql} order by id limit ${String(limit + 1)}`,
      where.values,
    );
    const page = pageOf(rows, limit, (last) => this.cursors.write(list, [last.id]));
    return { ...page, items: page.items.map(viewOf) };
  }

  /** @throws 400 for a place that doesn't exist, 403 */
  async add(viewer: Viewer, { register, name, roles = [], division, organisation }: BodyOf<typeof addHelper>): Promise<Entry> {
    if (this.directory.division(division) === undefined) throw invalid(unknownReference('division'));
    permitForPlace(viewer, division);
    const row: HelperRow = { id: randomUUID(), kind: register, name, roles, division, organisation: organisation ?? null, active: true };
    await this.pool.query('insert into jiefen.helpers (id, kind, name, roles, division, organisation) values ($1, $2, $3, $4, $5, $6)', [
      row.id,
      register,
      name,
      roles,
      division,
      row.organisation,
    ]);
    await this.audit.record(viewer, 'helper.entered', row.id, { register, division });
    return viewOf(row);
  }

  async change(viewer: Viewer, id: string, body: BodyOf<typeof changeHelper>): Promise<Entry> {
    const before = await this.#find(id);
    if (before === null) throw problemOf('helper.not_found');
    permitForPlace(viewer, before.division);
    const { rows } = await this.pool.query<HelperRow>(
      `update jiefen.helpers set organisation = coalesce($2, organisation), active = coalesce($3, active) where id = $1 returning ${COLUMNS}`,
      [id, body.organisation ?? null, body.active ?? null],
    );
    await this.audit.record(viewer, 'helper.changed', id, { changed: Object.keys(body).sort() });
    return viewOf(rows[0] ?? before);
  }

  /** What a command carries of a helper. @returns null for nobody, and for one who has left */
  async named(id: string): Promise<RegisteredHelper | null> {
    const row = await this.#find(id);
    return row?.active === true ? { helperId: id, register: row.kind, division: row.division } : null;
  }

  async #find(id: string): Promise<HelperRow | null> {
    if (!isUuid(id)) return null;
    const { rows } = await this.pool.query<HelperRow>(`select ${COLUMNS} from jiefen.helpers where id = $1`, [id]);
    return rows[0] ?? null;
  }
}

function viewOf({ id, kind: register, name, roles, division, organisation, active }: HelperRow): Entry {
  return { id, register, name, roles: [...roles], division, organisation, active };
}
