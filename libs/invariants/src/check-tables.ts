import type { ClientBase } from 'pg';
import type { Finding } from './finding.ts';

/** Questions to the whole database; each answers with what contradicts it: `caseId`, `seq`, `detail`. */
const QUESTIONS: readonly { readonly code: Finding['code']; readonly sql: string }[] = [
  {
    code: 'event.orphan',
    sql: `select e.case_id as "caseId", e.seq, 'event' as detail from jiefen.events e where not exists (select from jiefen.cases c where c.id = e.case_id)
      union all select d.case_id, null, d.rule from jiefen.deadlines d where not exists (select from jiefen.cases c where c.id = d.case_id)`,
  },
  {
    code: 'case.open',
    sql: `select coalesce(c.id, o.case_id) as "caseId", null as seq, coalesce(o.state, 'not listed') as detail
      from (select * from jiefen.cases where closed_at is null or overdue) c full join jiefen.open_cases o on o.case_id = c.id
      where (c.state, c.holder_unit_id, c.class, c.category_code, c.county_code, c.city_code, c.province_code, c.received_at, c.registered_at,
          c.next_due_at, c.overdue)
        is distinct from (o.state, o.holder_unit_id, o.class, o.category_code, o.county_code, o.city_code, o.province_code, o.received_at,
          o.registered_at, o.next_due_at, o.overdue)`,
  },
  {
    code: 'command.twice',
    sql: `select min(case_id::text)::uuid as "caseId", max(seq) as seq, command_id::text as detail from jiefen.events group by command_id having count(*) > 1`,
  },
  {
    code: 'outbox.unknown',
    sql: `select o.case_id as "caseId", o.seq, o.id::text as detail from jiefen.outbox o
      where not exists (select from jiefen.events e where e.case_id = o.case_id and e.seq = o.seq)`,
  },
  {
    // Of a case sealed since, some are told no more: fewer are right there, more never.
    code: 'notice.count',
    sql: `select o.case_id as "caseId", o.seq, 'outbox ' || o.id || ' has ' || count(n.id) as detail
      from jiefen.outbox o join jiefen.cases c on c.id = o.case_id left join jiefen.notices n on n.outbox_id = o.id
      where o.done_at is not null and o.topic = 'notice'
        and not exists (select from jiefen.dead_letters l where l.source = 'outbox' and l.message_id = o.id::text)
      group by o.id, c.sealed
      having count(n.id) > (select count(*) from jsonb_array_elements(o.payload -> 'notices') x where x ->> 'unitId' is not null)
        or not c.sealed and count(n.id) < (select count(*) from jsonb_array_elements(o.payload -> 'notices') x where x ->> 'unitId' is not null)`,
  },
  {
    // The deadline that came under supervision is what the engine opens a card about.
    code: 'record.count',
    sql: `with cards as (
        select main_case_id, context::jsonb #>> '{memo,card,overdue,deadlineId}' as about from jiefen.cases where procedure = 'supervision'
      )
      select o.case_id as "caseId", o.seq, 'nothing was opened about ' || (x ->> 'key') as detail
      from jiefen.outbox o cross join jsonb_array_elements(o.payload -> 'opens') x
      where o.done_at is not null and o.topic = 'record'
        and not exists (select from jiefen.dead_letters l where l.source = 'outbox' and l.message_id = o.id::text)
        and not exists (select from cards c where c.main_case_id = o.case_id and c.about = x ->> 'key')
      union all select main_case_id, null, count(*) || ' about ' || about from cards where about is not null group by main_case_id, about having count(*) > 1`,
  },
  {
    code: 'delivery.attempts',
    sql: `select d.case_id as "caseId", d.seq, d.id || ' is ' || d.state || ' and has ' || count(a.no) as detail
      from jiefen.deliveries d left join jiefen.delivery_attempts a on a.delivery_id = d.id and a.state = 'accepted'
      group by d.id having count(a.no) <> (d.state = 'accepted')::int`,
  },
  {
    code: 'key.outcome',
    sql: `select k.case_id as "caseId", null as seq, k.command_id || ' ' || k.status as detail from jiefen.command_keys k
      where (k.status < 300) <> exists (select from jiefen.events e where e.case_id = k.case_id and e.command_id = k.command_id)`,
  },
];

export async function checkTables(reader: ClientBase): Promise<readonly Finding[]> {
  const findings: Finding[] = [];
  for (const { code, sql } of QUESTIONS) {
    const { rows } = await reader.query<Omit<Finding, 'code'>>(sql);
    for (const { caseId, seq, detail } of rows) findings.push({ code, caseId, seq, detail });
  }
  return findings;
}
