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

/** One deadline of one case: what it was and which rungs it climbed. */
export interface DeadlineHistory {
  readonly caseId: string;
  readonly rule: string;
  readonly dueDate: string;
  readonly passed: boolean;
  readonly reminded: boolean;
  readonly urged: boolean;
  readonly supervised: boolean;
}

/** Every deadline with its rungs, for whoever wants to count again case by case. */
export async function deadlineHistories(pool: Pool): Promise<readonly DeadlineHistory[]> {
  const { rows } = await pool.query<DeadlineHistory>(
    `with rungs as (
       select e.case_id, fact ->> 'rule' as rule, array_agg(distinct fact ->> 'type') as types
         from jiefen.events e, lateral jsonb_array_elements(e.body::jsonb -> 'facts') fact
        where e.type in ('deadline.reminded', 'deadline.urged', 'supervision.opened')
        group by 1, 2
     )
     select d.case_id as "caseId", d.rule, d.due_date::text as "dueDate", d.state = 'fired' as passed,
            coalesce('deadline.reminded' = any(types), false)  as reminded,
            coalesce('deadline.urged' = any(types), false)     as urged,
            coalesce('supervision.opened' = any(types), false) as supervised
       from jiefen.deadlines d left join rungs r on r.case_id = d.case_id and r.rule = d.rule
      order by d.case_id, d.rule`,
  );
  return rows;
}
