import { Inject, Injectable } from '@nestjs/common';
import type { Pool } from 'pg';
import { actorOf } from '#libs/access';
import type { Viewer } from '#libs/access';
import type { AnswerOf, CaseView, QueryOf, readRefiled } from '#libs/contracts';
import { civilDateOf, dayAfter, startOfDay } from '#libs/domain';
import type { Instant } from '#libs/domain';
import { LegalClock } from '#libs/engine';
import { READ_POOL, visibleCases } from '#libs/persistence';
import { addDivision } from '../cases/case-filter.ts';
import type { KnownCase } from '../cases/case-store.ts';
import { SqlConditions } from '../cases/sql-conditions.ts';
import { RulesInForce } from '../deadlines/rules-in-force.ts';
import { problemOf } from '../http/problem-error.ts';

const MOST = 20_000;
/** The same matter: of the same people, in the same category and county. */
const SAME_MATTER =
  'o.category_code = c.category_code and o.county_code is not distinct from c.county_code and not o.sealed and o.main_case_id is null';

/** Matters that were closed and filed again within the days that the rule pack sets: shown on the case and as a figure of a place, never of a person. */
@Injectable()
export class Refiled {
  constructor(
    @Inject(READ_POOL) private readonly pool: Pool,
    private readonly rules: RulesInForce,
    private readonly time: LegalClock,
  ) {}

  /** The closed case that this one comes back from; only one that the viewer may know of. */
  async before(viewer: Viewer, { row, content }: KnownCase): Promise<CaseView['refiled']> {
    // Of a confidential matter nothing leads to where the same person's name stands.
    if (!content || row.sealed || row.context.confidential || row.context.mainCaseId !== undefined) return null;
    const days = this.#days(row.received_at.toISOString());
    const visible = visibleCases(actorOf(viewer), 3);
    const { rows } = await this.pool.query<{ id: string; case_no: string; closed_at: Date }>(
      `with c as (select id, category_code, county_code, received_at from jiefen.cases where id = $1),
            other as (select o.* from c, identity.same_people(array[c.id]) s join jiefen.cases o on o.id = s.other_id
                       where ${SAME_MATTER} and not o.confidential and o.closed_at <= c.received_at and o.closed_at > c.received_at - make_interval(days => $2))
       select c.id, c.case_no, c.closed_at from other c where ${visible.sql} order by c.closed_at desc, c.id limit 1`,
      [row.id, days, ...visible.values],
    );
    const [found] = rows;
    return found === undefined
      ? null
      : { caseId: found.id, caseNo: found.case_no, closedOn: civilDateOf(found.closed_at.toISOString()), withinDays: days };
  }

  /** How many of the matters closed in the period came back. @throws 413 for more than can be counted at once */
  async figure(viewer: Viewer, { closedFrom, closedTo, division }: QueryOf<typeof readRefiled>): Promise<AnswerOf<typeof readRefiled>> {
    const days = this.#days(await this.time.now());
    const where = new SqlConditions();
    const visible = visibleCases(actorOf(viewer), 1);
    where.add(visible.sql, ...visible.values);
    where.add("not c.sealed and c.main_case_id is null and c.class <> 'RECORD'");
    where.add('c.closed_at >= $1 and c.closed_at < $2', startOfDay(closedFrom), startOfDay(dayAfter(closedTo)));
    if (division !== undefined) addDivision(where, division);
    const { rows } = await this.pool.query<{ id: string }>(
      `select c.id from jiefen.cases c where ${where.sql} limit ${String(MOST + 1)}`,
      where.values,
    );
    if (rows.length > MOST) throw problemOf('export.too_large');
    const ids = rows.map(({ id }) => id);
    const again = await this.pool.query<{ n: number }>(
      `select count(distinct c.id)::int as n from identity.same_people($1::uuid[]) s
         join jiefen.cases c on c.id = s.case_id join jiefen.cases o on o.id = s.other_id
        where ${SAME_MATTER} and o.received_at >= c.closed_at and o.received_at < c.closed_at + make_interval(days => $2)`,
      [ids, days],
    );
    const refiled = again.rows[0]?.n ?? 0;
    return { days, closed: ids.length, refiled, rate: ids.length === 0 ? null : Math.round((refiled / ids.length) * 10_000) / 10_000 };
  }

  #days(at: Instant): number {
    const rule = this.rules.rule('REFILED-WITHIN', at);
    if (rule === undefined) throw new Error('no rule says within how many days a matter comes back');
    return rule.amount;
  }
}
