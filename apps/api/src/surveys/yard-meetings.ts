import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { Pool } from 'pg';
import { actorOf, hasRole } from '#libs/access';
import type { Viewer } from '#libs/access';
import type { AnswerOf, BodyOf, listYardMeetings, QueryOf, recordYardMeeting, takeUpIssue } from '#libs/contracts';
import { DirectoryService } from '#libs/directory';
import { civilDateOf, liesWithin } from '#libs/domain';
import { derivedCaseId, LegalClock } from '#libs/engine';
import { READ_POOL, visibleCases } from '#libs/persistence';
import { AuditTrail } from '../administration/audit-trail.ts';
import { isUuid } from '../cases/case-store.ts';
import { Cursors } from '../http/cursor.ts';
import { DEFAULT_LIMIT, pageOf } from '../http/page.ts';
import { invalid, problemOf, unknownReference } from '../http/problem-error.ts';
import { Registration } from '../intake/registration.ts';

interface MeetingRow {
  readonly id: string;
  readonly division: string;
  readonly held_on: string;
  readonly place: string;
  readonly attendees: number;
  readonly summary: string;
}
interface IssueRow {
  readonly meeting_id: string;
  readonly n: number;
  readonly issue: string;
  readonly answered: string | null;
  readonly case_id: string;
  /** Null where it isn't registered, and where the viewer may not know of it. */
  readonly case_no: string | null;
  readonly state: string | null;
}
type Meeting = AnswerOf<typeof recordYardMeeting>;
const COLUMNS = 'id, division, held_on::text, place, attendees, summary';

/** 屋场恳谈会: what was raised at a meeting, and the case that each issue became. Who came and who said it stands nowhere. */
@Injectable()
export class YardMeetings {
  constructor(
    @Inject(READ_POOL) private readonly pool: Pool,
    private readonly directory: DirectoryService,
    private readonly time: LegalClock,
    private readonly audit: AuditTrail,
    private readonly cursors: Cursors,
    private readonly registration: Registration,
  ) {}

  /** By whoever works in a unit of the place. @throws 400, 403 */
  async record(viewer: Viewer, body: BodyOf<typeof recordYardMeeting>): Promise<Meeting> {
    const { division, heldOn, place, attendees, summary, issues } = body;
    const now = await this.time.now();
    if (this.directory.division(division) === undefined) throw invalid(unknownReference('division'));
    if (heldOn > civilDateOf(now)) throw invalid({ field: 'heldOn', code: 'in_future', message: 'a meeting is recorded when it was held' });
    const { unit } = viewer;
    if (unit === null || !hasRole(viewer, 'clerk', 'handler', 'head', 'supervisor') || !liesWithin(division, unit.division))
      throw problemOf('access.forbidden');
    const id = randomUUID();
    await this.pool.query(
      `with meeting as (insert into jiefen.yard_meetings (id, division, held_on, place, attendees, summary, unit_id, created_by, created_at)
                        values ($1, $2, $3, $4, $5, $6, $7, $8, $9) returning id)
       insert into jiefen.yard_issues (meeting_id, n, issue, answered, case_id)
       select meeting.id, i.n, i.issue, i.answered, i.case_id from meeting, unnest($10::int[], $11::text[], $12::text[], $13::uuid[]) as i(n, issue, answered, case_id)`,
      [
        id,
        division,
        heldOn,
        place,
        attendees,
        summary,
        unit.id,
        viewer.userId,
        now,
        issues.map((_, n) => n + 1),
        issues.map(({ issue }) => issue),
        issues.map(({ answered }) => answered ?? null),
        issues.map((_, n) => derivedCaseId('yard-issue', id, String(n + 1))),
      ],
    );
    await this.audit.record(viewer, 'yard-meeting.recorded', id, { division, issues: issues.length });
    const [meeting] = await this.#withIssues(viewer, [{ id, division, held_on: heldOn, place, attendees, summary }]);
    if (meeting === undefined) throw new Error('a meeting was lost');
    return meeting;
  }

  async page(
    viewer: Viewer,
    { limit = DEFAULT_LIMIT, cursor, division }: QueryOf<typeof listYardMeetings>,
  ): Promise<AnswerOf<typeof listYardMeetings>> {
    const list = JSON.stringify(['yard-meetings', viewer.userId, division ?? null]);
    const after = this.cursors.read(list, cursor);
    const own = viewer.unit?.division ?? null;
    // What was said in a village is read by those who answer for it or for a place around it.
    const within = division !== undefined && own !== null && liesWithin(division, own) ? division : own;
    const { rows } = await this.pool.query<MeetingRow>(
      `select ${COLUMNS} from jiefen.yard_meetings
        where division like $1 and ($2::date is null or (held_on, id) < ($2::date, $3::uuid)) order by held_on desc, id desc limit $4`,
      [within === null ? '' : `${within.replace(/(00)+$/, '')}%`, after?.[0] ?? null, after?.[1] ?? null, limit + 1],
    );
    const page = pageOf(rows, limit, (last) => this.cursors.write(list, [last.held_on, last.id]));
    return { ...page, items: await this.#withIssues(viewer, page.items) };
  }

  /** The issue as a case: one, because its number follows from the issue. @throws 403, 404, 409 */
  async takeUp(
    viewer: Viewer,
    id: string,
    n: string,
    body: BodyOf<typeof takeUpIssue>,
    idempotencyKey: string | undefined,
  ): Promise<AnswerOf<typeof takeUpIssue>> {
    this.registration.permitted(viewer);
    const { rows } = await this.pool.query<IssueRow & Pick<MeetingRow, 'division' | 'held_on'>>(
      `select i.*, c.case_no, c.state, m.division, m.held_on::text from jiefen.yard_issues i join jiefen.yard_meetings m on m.id = i.meeting_id
         left join jiefen.cases c on c.id = i.case_id where i.meeting_id = $1 and i.n = $2`,
      [isUuid(id) ? id : null, /^\d{1,3}$/.test(n) ? Number(n) : null],
    );
    const issue = rows[0];
    if (issue === undefined || viewer.unit === null || !liesWithin(issue.division, viewer.unit.division))
      throw problemOf('yard_meeting.not_found');
    if (issue.answered !== null) throw problemOf('yard_issue.answered');
    if (issue.case_no !== null && idempotencyKey === undefined) throw problemOf('yard_issue.has_case');
    const matter = {
      ...body,
      title: issue.issue,
      channel: 'outreach' as const,
      divisionCode: issue.division,
      receivedAt: await this.time.now(),
    };
    return this.registration.atCounter(viewer, { body: matter, idempotencyKey, caseId: issue.case_id });
  }

  async #withIssues(viewer: Viewer, meetings: readonly MeetingRow[]): Promise<Meeting[]> {
    const visible = visibleCases(actorOf(viewer), 2);
    const { rows } = await this.pool.query<IssueRow>(
      `select i.*, c.case_no, c.state from jiefen.yard_issues i left join jiefen.cases c on c.id = i.case_id and ${visible.sql}
        where i.meeting_id = any($1::uuid[]) order by i.meeting_id, i.n`,
      [meetings.map(({ id }) => id), ...visible.values],
    );
    return meetings.map(({ id, division, held_on: heldOn, place, attendees, summary }) => ({
      id,
      division,
      heldOn,
      place,
      attendees,
      summary,
      issues: rows
        .filter((row) => row.meeting_id === id)
        .map(({ n, issue, answered, case_id: caseId, case_no: caseNo, state }) => ({
          n,
          issue,
          answered,
          case: caseNo === null || state === null ? null : { id: caseId, caseNo, state },
        })),
    }));
  }
}
