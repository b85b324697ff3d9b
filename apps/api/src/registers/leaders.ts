import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { Pool } from 'pg';
import type { Viewer } from '#libs/access';
import type { addLeader, AnswerOf, BodyOf, changeLeader, listLeaders, QueryOf } from '#libs/contracts';
import { DirectoryService } from '#libs/directory';
import type { LeaderRank, NamedLeader, Role, UnitLevel } from '#libs/domain';
import { READ_POOL } from '#libs/persistence';
import { AuditTrail } from '../administration/audit-trail.ts';
import { isUuid } from '../cases/case-store.ts';
import { SqlConditions } from '../cases/sql-conditions.ts';
import { Cursors } from '../http/cursor.ts';
import { DEFAULT_LIMIT, pageOf } from '../http/page.ts';
import { invalid, problemOf, unknownReference } from '../http/problem-error.ts';
import { addPlace } from './entries-of-place.ts';
import { permitForPlace } from './place-of-office.ts';

interface LeaderRow {
  readonly id: string;
  readonly name: string;
  readonly title: string;
  readonly rank: LeaderRank;
  readonly division: string;
  readonly unit_id: string | null;
  readonly user_id: string | null;
  readonly active: boolean;
}
type Entry = AnswerOf<typeof addLeader>;
const COLUMNS = 'id, name, title, rank, division, unit_id, user_id, active';

/** The register of leaders who take on cases and receive people: officials, by name and title. */
@Injectable()
export class Leaders {
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
    rank,
    active,
  }: QueryOf<typeof listLeaders>): Promise<AnswerOf<typeof listLeaders>> {
    const list = JSON.stringify(['leaders', division ?? null, rank ?? null, active ?? null]);
    const after = this.cursors.read(list, cursor)?.[0];
    const where = new SqlConditions();
    if (division !== undefined) addPlace(where, division, this.directory.division(division)?.ancestors ?? []);
    if (rank !== undefined) where.add('rank = $1', rank);
    if (active !== undefined) where.add('active = $1', active === 'true');
    if (after !== undefined) where.add('id > $1::uuid', after);
    const { rows } = await this.pool.query<LeaderRow>(
      `select ${COLUMNS} from jiefen.leaders where ${where.sql} order by id limit ${String(limit + 1)}`,
      where.values,
    );
    const page = pageOf(rows, limit, (last) => this.cursors.write(list, [last.id]));
    return { ...page, items: page.items.map((row) => this.#view(row)) };
  }

  /** @throws 400 for what names nothing or doesn't fit, 403, 409 for an account that is somebody else's */
  async add(viewer: Viewer, { name, title, rank, division, unitId, userId }: BodyOf<typeof addLeader>): Promise<Entry> {
    if (this.directory.division(division) === undefined) throw invalid(unknownReference('division'));
    if (unitId !== undefined && this.directory.unit(unitId) === undefined) throw invalid(unknownReference('unitId'));
    permitForPlace(viewer, division);
    const office = userId === undefined ? (unitId ?? null) : await this.#officeOf(userId, division);
    const { rows } = await this.pool.query<LeaderRow>(
      `insert into jiefen.leaders (id, name, title, rank, division, unit_id, user_id) values ($1, $2, $3, $4, $5, $6, $7)
       on conflict (user_id) do nothing returning ${COLUMNS}`,
      [randomUUID(), name, title, rank, division, office, userId ?? null],
    );
    const row = rows[0];
    if (row === undefined) throw problemOf('leader.account_taken');
    await this.audit.record(viewer, 'leader.entered', row.id, { rank, division });
    return this.#view(row);
  }

  async change(viewer: Viewer, id: string, body: BodyOf<typeof changeLeader>): Promise<Entry> {
    const before = await this.#find(id);
    if (before === null) throw problemOf('leader.not_found');
    permitForPlace(viewer, before.division);
    const { title, rank, active } = body;
    const { rows } = await this.pool.query<LeaderRow>(
      `update jiefen.leaders set title = coalesce($2, title), rank = coalesce($3, rank), active = coalesce($4, active) where id = $1 returning ${COLUMNS}`,
      [id, title ?? null, rank ?? null, active ?? null],
    );
    await this.audit.record(viewer, 'leader.changed', id, { changed: Object.keys(body).sort(), ...(rank === undefined ? {} : { rank }) });
    return this.#view(rows[0] ?? before);
  }

  /** What a command carries of a leader. @returns null for nobody, and for one who has left office */
  async named(id: string): Promise<NamedLeader | null> {
    const row = await this.#find(id);
    if (row?.active !== true) return null;
    return {
      leaderId: id,
      rank: row.rank,
      level: this.#levelOf(row.division),
      division: row.division,
      unitId: row.unit_id,
      userId: row.user_id,
    };
  }

  /** Names by id, of those who have left too. */
  async names(ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const { rows } = await this.pool.query<LeaderRow>(`select ${COLUMNS} from jiefen.leaders where id = any($1::uuid[])`, [
      [...new Set(ids)],
    ]);
    return new Map(rows.map(({ id, name, title }) => [id, `${name}（${title}）`]));
  }

  async #find(id: string): Promise<LeaderRow | null> {
    if (!isUuid(id)) return null;
    const { rows } = await this.pool.query<LeaderRow>(`select ${COLUMNS} from jiefen.leaders where id = $1`, [id]);
    return rows[0] ?? null;
  }

  /** His inbox is his office's: an account of the role leader that answers for the same place. @throws 400 */
  async #officeOf(userId: string, division: string): Promise<string> {
    const { rows } = await this.pool.query<{ unit_id: string | null; roles: readonly Role[] }>(
      'select unit_id, roles from jiefen.users where id = $1 and active',
      [userId],
    );
    const [user] = rows;
    const unit = user?.unit_id === null || user === undefined ? undefined : this.directory.unit(user.unit_id);
    if (user?.roles.includes('leader') !== true || unit?.division !== division) throw invalid(unknownReference('userId'));
    return unit.id;
  }

  #levelOf(division: string): UnitLevel {
    return this.directory.division(division)?.level ?? 'county';
  }

  #view({ id, name, title, rank, division, unit_id: unitId, user_id: userId, active }: LeaderRow): Entry {
    return { id, name, title, rank, level: this.#levelOf(division), division, unitId, userId, active };
  }
}
