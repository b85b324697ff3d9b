-- Return visits that are owed: a case that closes within a plan's period and is drawn by its seed is noted in the transaction that closes it,
-- so that none can be forgotten. Whoever escalates makes a clock of it.
create table jiefen.visit_draws (
  case_id     uuid not null,
  closed_at   timestamptz not null,         -- legal time; one draw for each closing
  plan_id     uuid not null references jiefen.visit_plans(id),
  visits      int not null,                 -- so many visits were recorded before this closing
  tries       int not null default 0,
  decided_at  timestamptz,                  -- the clock is armed, or no visit is owed any more
  primary key (case_id, closed_at)
);
create index visit_draws_waiting on jiefen.visit_draws(tries, closed_at) where decided_at is null;
create index visit_plans_period on jiefen.visit_plans(closed_from, closed_to);

-- The lot is that of apps/api/src/visits/lot.ts: the first 8 hex digits of SHA-256 of `seed:caseId`, modulo 100.
create function jiefen.draw_visit() returns trigger language plpgsql as $$
declare
  closed_on date := (new.closed_at at time zone 'Asia/Shanghai')::date;
begin
  insert into jiefen.visit_draws (case_id, closed_at, plan_id, visits)
  select new.id, new.closed_at, p.id, json_array_length(coalesce(new.context::json->'memo'->'visits', '[]'))
    from jiefen.visit_plans p
   where closed_on between p.closed_from and p.closed_to
     and case when length(p.division) > 6 then new.division_code like p.division || '%'
              when p.division like '%0000' then new.province_code = p.division
              when p.division like '%00' then new.city_code = p.division
              else new.county_code = p.division end
     and ('x' || left(encode(sha256(convert_to(p.seed || ':' || new.id, 'UTF8')), 'hex'), 8))::bit(32)::bigint % 100 < p.percent
  on conflict do nothing;
  return null;
end $$;

-- The condition is all that other steps pay.
create trigger case_closed after update of closed_at on jiefen.cases for each row
  when (old.closed_at is null and new.closed_at is not null and not new.sealed and new.main_case_id is null and new.class <> 'RECORD')
  execute function jiefen.draw_visit();

grant select, insert, update on jiefen.visit_draws to jiefen_app;
