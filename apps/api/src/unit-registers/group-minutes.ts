import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { Pool } from 'pg';
import { actorOf } from '#libs/access';
import type { Viewer } from '#libs/access';
import type { AnswerOf, BodyOf, listMinutes, QueryOf, recordMinutes } from '#libs/contracts';
import { DirectoryService } from '#libs/directory';
import { civilDateOf, liesWithin } from '#libs/domain';
import { LegalClock } from '#libs/engine';
import { IdentityService } from '#libs/identity';
import { inTransaction, READ_POOL, visibleCases } from '#libs/persistence';
import { AuditTrail } from '../administration/audit-trail.ts';
import { CaseStore } from '../cases/case-store.ts';
import { Cursors } from '../http/cursor.ts';
import { DEFAULT_LIMIT, pageOf } from '../http/page.ts';
import { permit } from '../http/permit.ts';
import { invalid, problemOf, unknownReference } from '../http/problem-error.ts';
import { SupervisionGroups } from './supervision-groups.ts';

type Minutes = AnswerOf<typeof recordMinutes>;

interface MinutesRow {
  readonly id: string;
  readonly held_on: string;
  readonly summary: Buffer;
}

interface TaskRow {
  readonly minutes_id: string;
  readonly id: string;
  readonly case_no: string;
  readonly unit_id: string;
  readonly state: string;
}

/** Feedback meetings of a group, and what became of what was handed out there: each task is tracked by its supervision card. */
@Injectable()
export class GroupMinutes {
  constructor(
    @Inject(READ_POOL) private readonly pool: Pool,
    private readonly cursors: Cursors,
    private readonly groups: SupervisionGroups,
    private readonly store: CaseStore,
    private readonly directory: DirectoryService,
    private readonly time: LegalClock,
    private readonly audit: AuditTrail,
    private readonly identity: IdentityService,
  ) {}

  /** @throws 404 for a group that this person may not know of, 403 for whoever neither supervises nor answers for a unit */
  async page(
    viewer: Viewer,
    id: string,
    { limit = DEFAULT_LIMIT, cursor }: QueryOf<typeof listMinutes>,
  ): Promise<AnswerOf<typeof listMinutes>> {
    const group = await this.groups.known(viewer, id);
    permit(viewer, 'supervisor', 'leader', 'auditor', 'handler', 'head');
    const list = JSON.stringify(['minutes', viewer.userId, group.id]);
    const after = this.cursors.read(list, cursor)?.[0] ?? null;
    const { rows } = await this.pool.query<MinutesRow>(
      `select id, held_on::text as held_on, summary from jiefen.supervision_group_minutes
        where group_id = $1 and ($2::date is null or held_on < $2) order by held_on desc limit ${String(limit + 1)}`,
      [group.id, after],
    );
    const page = pageOf(rows, limit, (last) => this.cursors.write(list, [last.held_on]));
    return { ...page, items: await this.#withTasks(viewer, page.items) };
  }

  /**
   * @throws 404; 400 for a day to come and for cards that aren't known; 403 for whoever neither leads nor sits in the group; 409 for a card of
   * a place that the group isn't bound to, for a second meeting on a day, and for a group that is dissolved
   */
  async record(viewer: Viewer, id: string, { heldOn, summary, cardIds }: BodyOf<typeof recordMinutes>): Promise<Minutes> {
    const group = await this.groups.known(viewer, id);
    permit(viewer, 'supervisor', 'leader', 'handler', 'head');
    const now = await this.time.now();
    if (heldOn > civilDateOf(now) || heldOn < group.formed_on)
      throw invalid({ field: 'heldOn', code: 'out_of_range', message: 'between the forming and today' });
    const cards = await Promise.all([...new Set(cardIds)].map((cardId) => this.#card(viewer, cardId)));
    const takesPart =
      viewer.userId === group.leader_id || viewer.unit?.id === group.unit_id || group.members.some((one) => one.unitId === viewer.unit?.id);
    if (!takesPart) throw problemOf('access.forbidden');
    if (group.dissolved_on !== null) throw problemOf('group.dissolved');
    if (cards.some(({ division }) => !group.counties.some((county) => liesWithin(division, county)))) throw problemOf('group.other_place');
    const minutesId = randomUUID();
    const sealed = this.identity.keyring.sealStored('register-prose', `minutes:${minutesId}`, summary);
    await inTransaction(this.pool, async (client) => {
      const { rowCount } = await client.query(
        `with held as (
         insert into jiefen.supervision_group_minutes (id, group_id, held_on, summary, recorded_by, recorded_at) values ($1, $2, $3, $4, $5, $6)
         on conflict (group_id, held_on) do nothing returning id
       ), handed as (
         insert into jiefen.supervision_group_tasks (minutes_id, case_id) select held.id, c.id from held, unnest($7::uuid[]) as c(id)
       )
       select from held`,
        [minutesId, group.id, heldOn, sealed, viewer.userId, now, cards.map((card) => card.id)],
      );
      if (rowCount === 0) throw problemOf('group.met_already');
      await this.audit.record(viewer, 'supervision-group.met', `group:${group.id}`, { minutesId, heldOn, tasks: cards.length }, client);
    });
    const [recorded] = await this.#withTasks(viewer, [{ id: minutesId, held_on: heldOn, summary: sealed }]);
    if (recorded === undefined) throw new Error('minutes that were just recorded are there');
    return recorded;
  }

  async #card(viewer: Viewer, cardId: string): Promise<{ readonly id: string; readonly division: string }> {
    const row = await this.store.find(cardId);
    if (row?.procedure !== 'supervision' || (await this.store.knowledgeOf(viewer, row)) === 'none')
      throw invalid(unknownReference('cardIds'));
    return { id: row.id, division: row.division_code };
  }

  /** With what became of what was handed out, as far as this person may know of it. */
  async #withTasks(viewer: Viewer, minutes: readonly MinutesRow[]): Promise<Minutes[]> {
    const visible = visibleCases(actorOf(viewer), 2);
    const { rows } = await this.pool.query<TaskRow>(
      `select t.minutes_id, c.id, c.case_no, c.holder_unit_id as unit_id, c.state
         from jiefen.supervision_group_tasks t join jiefen.cases c on c.id = t.case_id
        where t.minutes_id = any($1::uuid[]) and ${visible.sql} order by c.case_no`,
      [minutes.map((one) => one.id), ...visible.values],
    );
    return minutes.map(({ id, held_on: heldOn, summary }) => ({
      id,
      heldOn,
      summary: this.identity.keyring.openStored('register-prose', `minutes:${id}`, summary),
      tasks: rows
        .filter((task) => task.minutes_id === id)
        .map((task) => ({
          id: task.id,
          caseNo: task.case_no,
          unit: { unitId: task.unit_id, name: this.directory.unit(task.unit_id)?.name ?? task.unit_id },
          state: task.state,
          signedOff: task.state === 'signed-off' || task.state === 'archived',
        })),
    }));
  }
}
