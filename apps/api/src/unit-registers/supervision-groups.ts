import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { Pool } from 'pg';
import type { Viewer } from '#libs/access';
import type { AnswerOf, BodyOf, formGroup, listGroups, QueryOf } from '#libs/contracts';
import { DirectoryService } from '#libs/directory';
import { civilDateOf, feedbackDue, groupMistake, liesWithin, startOfDay } from '#libs/domain';
import type { CivilDate } from '#libs/domain';
import { LegalClock } from '#libs/engine';
import { IdentityService } from '#libs/identity';
import { inTransaction, READ_POOL } from '#libs/persistence';
import { AuditTrail } from '../administration/audit-trail.ts';
import { RulesInForce } from '../deadlines/rules-in-force.ts';
import { Cursors } from '../http/cursor.ts';
import { DEFAULT_LIMIT, pageOf } from '../http/page.ts';
import { permit } from '../http/permit.ts';
import { invalid, problemOf, unknownReference } from '../http/problem-error.ts';

type Group = AnswerOf<typeof formGroup>;

export interface GroupRow {
  readonly id: string;
  readonly kind: Group['kind'];
  readonly name: string;
  readonly leader_id: string;
  readonly leader: string;
  readonly unit_id: string;
  readonly counties: readonly string[];
  readonly formed_on: string;
  readonly dissolved_on: string | null;
  readonly last_meeting_on: string | null;
  readonly members: readonly { readonly unitId: string; readonly rank: Group['members'][number]['rank'] }[];
}

const GROUPS = `
  select g.id, g.kind, g.name, g.leader_id, u.display_name as leader, g.unit_id, g.counties, g.formed_on::text as formed_on,
         g.dissolved_on::text as dissolved_on,
         (select max(m.held_on)::text from jiefen.supervision_group_minutes m where m.group_id = g.id) as last_meeting_on,
         (select json_agg(json_build_object('unitId', m.unit_id, 'rank', m.rank) order by m.no)
            from jiefen.supervision_group_members m where m.group_id = g.id) as members
    from jiefen.supervision_groups g join jiefen.users u on u.id = g.leader_id`;

/** Whoever formed it, sits in it, leads it, or is bound by it: the unit itself, or one of the group's counties. */
const KNOWN = `(g.unit_id = $1::uuid or g.leader_id = $2::uuid or $3::text = any(g.counties)
  or exists (select from jiefen.supervision_group_members m where m.group_id = g.id and m.unit_id = $1::uuid))`;

/** Supervision groups bound to counties, paired groups, and task forces; every change of them is audited. */
@Injectable()
export class SupervisionGroups {
  constructor(
    @Inject(READ_POOL) private readonly pool: Pool,
    private readonly cursors: Cursors,
    private readonly directory: DirectoryService,
    private readonly time: LegalClock,
    private readonly audit: AuditTrail,
    private readonly identity: IdentityService,
    private readonly rules: RulesInForce,
  ) {}

  async page(viewer: Viewer, { limit = DEFAULT_LIMIT, cursor }: QueryOf<typeof listGroups>): Promise<AnswerOf<typeof listGroups>> {
    const list = JSON.stringify(['supervision-groups', viewer.userId]);
    const after = this.cursors.read(list, cursor);
    const [{ rows }, now] = await Promise.all([
      this.pool.query<GroupRow>(
        `${GROUPS} where ${KNOWN} and ($4::date is null or (g.formed_on, g.id) < ($4, $5::uuid))
          order by g.formed_on desc, g.id desc limit ${String(limit + 1)}`,
        [...identityOf(viewer), ...(after ?? [null, null])],
      ),
      this.time.now(),
    ]);
    const page = pageOf(rows, limit, (last) => this.cursors.write(list, [last.formed_on, last.id]));
    return { ...page, items: page.items.map((row) => this.#view(row, civilDateOf(now))) };
  }

  /** @throws 400 for what names nothing or lies outside the place, 403 for all but supervisors and leaders, 409 for a task force that isn't 2+2 */
  async form(viewer: Viewer, { kind, name, leaderId, counties, members }: BodyOf<typeof formGroup>): Promise<Group> {
    const leader = await this.#leader(leaderId);
    const place = viewer.unit?.division ?? '';
    const missing = [
      ...members.filter(({ unitId }) => this.directory.unit(unitId) === undefined).map(() => unknownReference('members')),
      ...counties.filter((code) => this.directory.division(code)?.level !== 'county').map(() => unknownReference('counties')),
      ...(leader === null ? [unknownReference('leaderId')] : []),
    ];
    if (missing.length > 0) throw invalid(...missing);
    permit(viewer, 'supervisor', 'leader');
    if (viewer.unit === null || counties.some((code) => !liesWithin(code, place))) throw problemOf('access.forbidden');
    const mistake = groupMistake(kind, members);
    if (mistake !== null) throw problemOf('group.members', { reason: mistake });
    const id = randomUUID();
    const formedOn = civilDateOf(await this.time.now());
    const by = viewer.unit.id;
    await inTransaction(this.pool, async (client) => {
      await client.query(
        `with formed as (
         insert into jiefen.supervision_groups (id, kind, name, leader_id, unit_id, counties, formed_on) values ($1, $2, $3, $4, $5, $6, $7)
       )
       insert into jiefen.supervision_group_members (group_id, no, unit_id, rank)
       select $1, no, unit_id, rank from unnest($8::uuid[], $9::text[]) with ordinality as m(unit_id, rank, no)`,
        [id, kind, name, leaderId, by, counties, formedOn, members.map((one) => one.unitId), members.map((one) => one.rank)],
      );
      await this.audit.record(viewer, 'supervision-group.formed', `group:${id}`, { kind, counties, members }, client);
    });
    return this.#view(await this.known(viewer, id), formedOn);
  }

  /** @throws 404, 403 for other units than the one that formed it, 409 for one that is dissolved */
  async dissolve(viewer: Viewer, id: string, reason: string): Promise<void> {
    const group = await this.known(viewer, id);
    permit(viewer, 'supervisor', 'leader');
    if (viewer.unit?.id !== group.unit_id) throw problemOf('access.forbidden');
    const today = civilDateOf(await this.time.now());
    const sealed = this.identity.keyring.sealStored('register-prose', `group:${group.id}:dissolve-reason`, reason);
    await inTransaction(this.pool, async (client) => {
      const { rowCount } = await client.query(
        'update jiefen.supervision_groups set dissolved_on = $2, dissolve_reason = $3 where id = $1 and dissolved_on is null',
        [group.id, today, sealed],
      );
      if (rowCount === 0) throw problemOf('group.dissolved');
      await this.audit.record(viewer, 'supervision-group.dissolved', `group:${group.id}`, {}, client);
    });
  }

  /** @throws 404 for what doesn't exist and for what this person may not know of, alike */
  async known(viewer: Viewer, id: string): Promise<GroupRow> {
    const { rows } = await this.pool.query<GroupRow>(`${GROUPS} where ${KNOWN} and g.id::text = $4`, [...identityOf(viewer), id]);
    const [row] = rows;
    if (row === undefined) throw problemOf('group.not_found');
    return row;
  }

  async #leader(userId: string): Promise<string | null> {
    const { rows } = await this.pool.query<{ name: string }>(
      "select display_name as name from jiefen.users where id = $1 and 'leader' = any(roles)",
      [userId],
    );
    return rows[0]?.name ?? null;
  }

  #view(row: GroupRow, today: CivilDate): Group {
    const {
      id,
      kind,
      name,
      leader_id: userId,
      leader,
      counties,
      formed_on: formedOn,
      dissolved_on: dissolvedOn,
      last_meeting_on: last,
    } = row;
    const [place] = counties;
    const law = this.rules.conditions(place ?? this.rules.region, startOfDay(today));
    const next = dissolvedOn === null ? feedbackDue(formedOn, last, law) : null;
    return {
      id,
      kind,
      name,
      leader: { userId, name: leader },
      counties: [...counties],
      members: row.members.map(({ unitId, rank }) => ({ unit: { unitId, name: this.directory.unit(unitId)?.name ?? unitId }, rank })),
      formedOn,
      dissolvedOn,
      lastMeetingOn: last,
      nextMeetingBy: next,
      feedbackOverdue: next !== null && today > next,
    };
  }
}

/** What a person is known by to a group: his unit, himself, the division of his unit. */
function identityOf({ unit, userId }: Viewer): readonly (string | null)[] {
  return [unit?.id ?? null, userId, unit?.division ?? null];
}
