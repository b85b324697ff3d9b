import type { Pool } from 'pg';

/** What became of the deadlines of one rule. */
export interface RuleFigures {
  readonly rule: string;
  readonly armed: number;
  /** Met, cancelled or superseded before its due instant. */
  readonly inTime: number;
  /** Passed: done late, or not at all. */
  readonly passed: number;
  readonly reminded: number;
  readonly urged: number;
  readonly supervised: number;
}

/** Counts by rule over the whole database: states from the deadline rows, rungs from the event log. */
export async function ruleFigures(pool: Pool): Promise<readonly RuleFigures[]> {
  const { rows } = await pool.query<RuleFigures>(
    `with rungs as (
       select fact ->> 'rule' as rule, fact ->> 'type' as type
         from jiefen.events e, lateral jsonb_array_elements(e.body::jsonb -> 'facts') fact
        where e.type in ('deadline.reminded', 'deadline.urged', 'supervision.opened')
     ), climbed as (
       select rule,
              count(*) filter (where type = 'deadline.reminded')::int  as reminded,
              count(*) filter (where type = 'deadline.urged')::int     as urged,
              count(*) filter (where type = 'supervision.opened')::int as supervised
         from rungs group by rule
     ), ended as (
       select rule, count(*)::int as armed,
              count(*) filter (where state in ('met', 'cancelled', 'superseded'))::int as "inTime",
              count(*) filter (where state = 'fired')::int as passed
         from jiefen.deadlines group by rule
     )
     select ended.*, coalesce(reminded, 0) as reminded, coalesce(urged, 0) as urged, coalesce(supervised, 0) as supervised
       from ended left join climbed using (rule) order by rule`,
  );
  return rows;
}
