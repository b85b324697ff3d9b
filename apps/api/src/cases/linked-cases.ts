import { Inject, Injectable } from '@nestjs/common';
import type { Pool } from 'pg';
import { actorOf } from '#libs/access';
import type { Viewer } from '#libs/access';
import type { AnswerOf, BodyOf, FieldError, openLinked } from '#libs/contracts';
import type { Deadline, Instant } from '#libs/domain';
import { derivedCaseId, Engine } from '#libs/engine';
import type { Done } from '#libs/engine';
import { READ_POOL, visibleCases } from '#libs/persistence';
import { DeadlineViews } from '../deadlines/deadline-views.ts';
import { answeredBy, idempotencyOf, once } from '../http/engine-answer.ts';
import { invalid, unknownReference } from '../http/problem-error.ts';
import { Colleagues } from '../registers/colleagues.ts';
import { Leaders } from '../registers/leaders.ts';
import { CaseNewsroom } from '../stream/case-news.ts';
import { CASE_COLUMNS } from './case-row.ts';
import type { CaseRow } from './case-row.ts';
import { CaseStore } from './case-store.ts';
import type { KnownCase } from './case-store.ts';
import { UnitNames } from './unit-names.ts';

type Answer = AnswerOf<typeof openLinked>;
type Body = BodyOf<typeof openLinked>;
type Recorded = Omit<Answer, 'deadlines'> & { readonly at: Instant; readonly deadlines: readonly Deadline[] };

/** Records with a course of their own that belong to a case: opened on it, listed with it, known to nobody who may not know of it. */
@Injectable()
export class LinkedCases {
  constructor(
    @Inject(READ_POOL) private readonly pool: Pool,
    private readonly store: CaseStore,
    private readonly engine: Engine,
    private readonly leaders: Leaders,
    private readonly colleagues: Colleagues,
    private readonly units: UnitNames,
    private readonly deadlines: DeadlineViews,
    private readonly news: CaseNewsroom,
  ) {}

  /** Those of a case that the viewer may know of, oldest first. */
  async of(viewer: Viewer, { row, content }: KnownCase): Promise<readonly CaseRow[]> {
    if (!content || row.sealed) return [];
    const visible = visibleCases(actorOf(viewer), 2);
    const { rows } = await this.pool.query<CaseRow>(
      `select ${CASE_COLUMNS} from jiefen.cases c where c.main_case_id = $1 and ${visible.sql} order by c.registered_at, c.id`,
      [row.id, ...visible.values],
    );
    return rows;
  }

  /** @throws 400, 404, 409; whether this person may open it here, the engine says */
  async open(viewer: Viewer, mainId: string, body: Body, idempotencyKey: string | undefined): Promise<Answer> {
    const { row: main } = await this.store.open(viewer, mainId);
    const own = await this.#asked(body);
    const { procedure, reason } = body;
    // One a case: its number follows from the case's, so that two who name a leader at the same moment name one.
    const caseId = derivedCaseId('linked', procedure, main.id);
    const record = once((done: Done): Recorded => this.#record(done));
    const outcome = await this.engine.register({
      actor: actorOf(viewer),
      caseId,
      related: [main.id, caseId],
      payload: { procedure, mainCaseId: main.id, channel: main.channel, ...own },
      // Not the main case's title: that one may be sealed some day.
      texts: { title: `领导包案 ${main.case_no}`, reason },
      parties: [],
      ...idempotencyOf({ key: idempotencyKey, scope: `${viewer.userId} POST /api/cases/${main.id}/linked`, body }, 200, record),
    });
    if (outcome.kind === 'done') this.news.changed(outcome);
    const { at, deadlines, ...answer } = answeredBy(outcome, record).body as Recorded;
    return { ...answer, deadlines: deadlines.map((one) => this.deadlines.view(one, at)) };
  }

  /** What the procedure asks for, with whom it names looked up. @throws 400 */
  async #asked({ kind, grade, leaderId, handlerId, dueDate }: Body): Promise<Readonly<Record<string, unknown>>> {
    const [leader, handler] = await Promise.all([this.leaders.named(leaderId), this.colleagues.handler(handlerId)]);
    const missing: FieldError[] = [
      ...(leader === null ? [unknownReference('leaderId')] : []),
      ...(handler === null ? [unknownReference('handlerId')] : []),
    ];
    if (missing.length > 0) throw invalid(...missing);
    return { leaderCase: { kind, grade, leader, handler, dueDate } };
  }

  /** Pure. */
  #record({ caseId, caseNo, snapshot, version, deadlines, at }: Done): Recorded {
    return {
      id: caseId,
      caseNo,
      procedure: snapshot.procedure,
      state: snapshot.state,
      version,
      holder: this.units.of(snapshot.context.holderUnitId),
      deadlines,
      at,
    };
  }
}
