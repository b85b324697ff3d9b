import { randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { Pool } from 'pg';
import { actorOf } from '#libs/access';
import type { Viewer } from '#libs/access';
import type { AnswerOf, BodyOf, fixVisitPlan, listVisitPlans, QueryOf, readVisitSample } from '#libs/contracts';
import { DirectoryService } from '#libs/directory';
import { civilDateOf, dayAfter, DRAWN_VISIT, startOfDay } from '#libs/domain';
import { canonicalJson, LegalClock } from '#libs/engine';
import { inTransaction, READ_POOL, visibleCases } from '#libs/persistence';
import { AuditTrail } from '../administration/audit-trail.ts';
import { addDivision } from '../cases/case-filter.ts';
import { isUuid } from '../cases/case-store.ts';
import { SqlConditions } from '../cases/sql-conditions.ts';
import { Cursors } from '../http/cursor.ts';
import { keyedId } from '../http/keyed-id.ts';
import { DEFAULT_LIMIT, pageOf } from '../http/page.ts';
import { invalid, problemOf, unknownReference } from '../http/problem-error.ts';
import { permitForPlace } from '../registers/place-of-office.ts';
import { digestOf, lotOf } from './lot.ts';

interface PlanRow {
  readonly id: string;
  readonly division: string;
  readonly closed_from: string;
  readonly closed_to: string;
  readonly percent: number;
  readonly seed: string;
  readonly seed_digest: string;
  readonly created_at: Date;
}
interface ClosedRow {
  readonly id: string;
  readonly case_no: string;
  readonly closed_at: Date;
  readonly visits: readonly NonNullable<Sample['items'][number]['outcome']>[] | null;
  readonly due_date: string | null;
  readonly overdue: boolean | null;
}
type Plan = AnswerOf<typeof fixVisitPlan>;
type Sample = AnswerOf<typeof readVisitSample>;

const COLUMNS = `id, division, closed_from::text, closed_to::text, percent, seed, seed_digest, created_at`;
/** A sample is read whole; beyond so many closed cases the period is too long. */
const MOST = 20_000;

/** Return visits by a sample that is fixed before the cases close, so that nobody can choose whom to ask. */
@Injectable()
export class VisitPlans {
  constructor(
    @Inject(READ_POOL) private readonly pool: Pool,
    private readonly directory: DirectoryService,
    private readonly time: LegalClock,
    private readonly audit: AuditTrail,
    private readonly cursors: Cursors,
  ) {}

  /** @throws 400, 403, 409 for a period that has begun, or that has its plan */
  async fix(viewer: Viewer, body: BodyOf<typeof fixVisitPlan>, key: string | undefined): Promise<Plan> {
    const { division, closedFrom, closedTo, percent } = body;
    if (this.directory.division(division) === undefined) throw invalid(unknownReference('division'));
    permitForPlace(viewer, division);
    const id = keyedId('POST /api/visit-plans', viewer, key);
    const now = await this.time.now();
    const today = civilDateOf(now);
    const row = await inTransaction(this.pool, async (client) => {
      // Two at the same moment don't see each other's plan: one waits for the other.
      await client.query("select pg_advisory_xact_lock(hashtextextended('visit-plan:' || $1, 0))", [division]);
      const before = (await client.query<PlanRow>(`select ${COLUMNS} from jiefen.visit_plans where id = $1`, [id])).rows[0];
      if (before !== undefined) {
        if (canonicalJson(askedOf(before)) !== canonicalJson(body)) throw problemOf('idempotency.key_reused');
        return before;
      }
      if (closedFrom <= today) throw problemOf('visit_plan.too_late');
      const seed = randomBytes(16).toString('hex');
      const { rows } = await client.query<PlanRow>(
        `insert into jiefen.visit_plans (id, division, closed_from, closed_to, percent, seed, seed_digest, created_by, created_at)
         select $1, $2, $3, $4, $5, $6, $7, $8, $9
          where not exists (select from jiefen.visit_plans where division = $2 and closed_from <= $4::date and closed_to >= $3::date)
         returning ${COLUMNS}`,
        [id, division, closedFrom, closedTo, percent, seed, digestOf(seed), viewer.userId, now],
      );
      const made = rows[0];
      if (made === undefined) throw problemOf('visit_plan.exists');
      await this.audit.record(viewer, 'visit-plan.fixed', id, { ...body, seedDigest: made.seed_digest }, client);
      return made;
    });
    return viewOf(row, today);
  }

  async page({ limit = DEFAULT_LIMIT, cursor }: QueryOf<typeof listVisitPlans>): Promise<AnswerOf<typeof listVisitPlans>> {
    const today = civilDateOf(await this.time.now());
    const list = JSON.stringify(['visit-plans']);
    const after = this.cursors.read(list, cursor);
    const { rows } = await this.pool.query<PlanRow>(
      `select ${COLUMNS} from jiefen.visit_plans where $1::date is null or (closed_from, id) < ($1::date, $2::uuid) order by closed_from desc, id desc limit $3`,
      [after?.[0] ?? null, after?.[1] ?? null, limit + 1],
    );
    const page = pageOf(rows, limit, (last) => this.cursors.write(list, [last.closed_from, last.id]));
    return { ...page, items: page.items.map((row) => viewOf(row, today)) };
  }

  /** What the plan has drawn of the cases closed so far, as far as the viewer may know of them. @throws 404, 413 */
  async sample(viewer: Viewer, id: string): Promise<AnswerOf<typeof readVisitSample>> {
    const today = civilDateOf(await this.time.now());
    const plan = isUuid(id)
      ? (await this.pool.query<PlanRow>(`select ${COLUMNS} from jiefen.visit_plans where id = $1`, [id])).rows[0]
      : undefined;
    if (plan === undefined) throw problemOf('visit_plan.not_found');
    const closed = await this.#closed(viewer, plan);
    if (closed.length > MOST) throw problemOf('export.too_large');
    const items = closed
      .map((row) => ({ row, lot: lotOf(plan.seed, row.id) }))
      .filter(({ lot }) => lot < plan.percent)
      .map(({ row, lot }) => ({
        caseId: row.id,
        caseNo: row.case_no,
        closedOn: civilDateOf(row.closed_at.toISOString()),
        lot,
        outcome: row.visits?.at(-1) ?? null,
        dueDate: row.due_date,
        overdue: row.overdue === true,
      }));
    const unvisited = items.filter(({ outcome }) => outcome === null).length;
    const overdue = items.filter((one) => one.overdue).length;
    return { plan: viewOf(plan, today), closed: closed.length, unvisited, overdue, items, nextCursor: null };
  }

  async #closed(viewer: Viewer, { division, closed_from: from, closed_to: to }: PlanRow): Promise<readonly ClosedRow[]> {
    const where = new SqlConditions();
    const visible = visibleCases(actorOf(viewer), 1);
    where.add(visible.sql, ...visible.values);
    where.add("not c.sealed and c.main_case_id is null and c.class <> 'RECORD'");
    where.add('c.closed_at >= $1 and c.closed_at < $2', startOfDay(from), startOfDay(dayAfter(to)));
    addDivision(where, division);
    const { rows } = await this.pool.query<ClosedRow>(
      `select c.id, c.case_no, c.closed_at, c.context::json->'memo'->'visits' as visits, owed.due_date, owed.overdue
         from jiefen.cases c left join lateral
              (select d.due_date::text, d.state = 'fired' and d.done_at is null as overdue from jiefen.deadlines d
                where d.case_id = c.id and d.rule = '${DRAWN_VISIT}' order by d.trigger_at desc limit 1) owed on true
        where ${where.sql} order by c.closed_at, c.id limit ${String(MOST + 1)}`,
      where.values,
    );
    return rows;
  }
}

function askedOf({ division, closed_from: closedFrom, closed_to: closedTo, percent }: PlanRow): BodyOf<typeof fixVisitPlan> {
  return { division, closedFrom, closedTo, percent };
}

/** The seed is told when the period is over. */
function viewOf(
  { id, division, closed_from: closedFrom, closed_to: closedTo, percent, seed, seed_digest: seedDigest, created_at: at }: PlanRow,
  today: string,
): Plan {
  return { id, division, closedFrom, closedTo, percent, seedDigest, seed: today > closedTo ? seed : null, createdAt: at.toISOString() };
}
