-- What lists choose and order open cases by, beside the cases themselves: those rows are wide, and an index on what nearly every step changes
-- would cost each step a new entry in every index they have (75 microseconds a row instead of 33). This narrow table is touched only when one of
-- its columns changes, and holds what is open or overdue: little, however many cases there have been.
create table jiefen.open_cases (
  case_id         uuid primary key,
  state           text not null,
  holder_unit_id  uuid not null,
  class           text not null,
  category_code   text not null,
  county_code     text,
  city_code       text,
  province_code   text,
  received_at     timestamptz not null,      -- legal time
  registered_at   timestamptz not null,      -- legal time
  next_due_at     timestamptz,               -- legal time; null: no clock is running
  overdue         boolean not null
) with (fillfactor = 70);

insert into jiefen.open_cases
select id, state, holder_unit_id, class, category_code, county_code, city_code, province_code, received_at, registered_at, next_due_at, overdue
from jiefen.cases where closed_at is null or overdue;

create index open_cases_received on jiefen.open_cases (received_at, case_id);
create index open_cases_registered on jiefen.open_cases (registered_at, case_id);
create index open_cases_due on jiefen.open_cases (next_due_at, case_id) where next_due_at is not null;
create index open_cases_overdue on jiefen.open_cases (case_id) where overdue;
-- A unit holds cases in few of the states.
create statistics jiefen.open_cases_holder_state (dependencies, mcv) on holder_unit_id, state from jiefen.open_cases;
analyze jiefen.open_cases;

-- The same order was read from these, and the second no longer said what nobody is late for.
drop index jiefen.deadlines_running;
drop index jiefen.deadlines_overdue;
drop index jiefen.cases_open;

-- Whatever writes a case: rows of the two never differ.
create function jiefen.note_open_case() returns trigger
  language plpgsql
  security definer
  set search_path = pg_catalog, pg_temp
as $$
begin
  if new.closed_at is not null and not new.overdue then
    delete from jiefen.open_cases where case_id = new.id;
  else
    insert into jiefen.open_cases (case_id, state, holder_unit_id, class, category_code, county_code, city_code, province_code, received_at,
      registered_at, next_due_at, overdue)
    values (new.id, new.state, new.holder_unit_id, new.class, new.category_code, new.county_code, new.city_code, new.province_code, new.received_at,
      new.registered_at, new.next_due_at, new.overdue)
    on conflict (case_id) do update set state = excluded.state, holder_unit_id = excluded.holder_unit_id, class = excluded.class,
      category_code = excluded.category_code, county_code = excluded.county_code, city_code = excluded.city_code,
      province_code = excluded.province_code, next_due_at = excluded.next_due_at, overdue = excluded.overdue;
  end if;
  return null;
end
$$;
revoke execute on function jiefen.note_open_case() from public;
create trigger case_opened after insert on jiefen.cases for each row
  when (new.closed_at is null or new.overdue) execute function jiefen.note_open_case();
create trigger case_open_moved after update on jiefen.cases for each row
  when ((new.state, new.holder_unit_id, new.next_due_at, new.overdue, new.closed_at is null, new.class, new.category_code, new.county_code, new.city_code,
      new.province_code)
    is distinct from (old.state, old.holder_unit_id, old.next_due_at, old.overdue, old.closed_at is null, old.class, old.category_code,
      old.county_code, old.city_code, old.province_code))
  execute function jiefen.note_open_case();
grant select on jiefen.open_cases to jiefen_app;
