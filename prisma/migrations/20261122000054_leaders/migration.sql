-- Records that belong to a case (a leader's responsibility for it, …) are cases with a machine of their own; and the registers that such
-- records name people from.

-- Whoever may not know of the main case doesn't know of what belongs to it: lists, totals and inboxes ask by this column.
alter table jiefen.cases add column main_case_id uuid;
create index cases_main on jiefen.cases(main_case_id) where main_case_id is not null;

-- The folded case says which one it belongs to; of an ordinary one nothing is done.
create function jiefen.note_main_case() returns trigger
  language plpgsql
  set search_path = pg_catalog, pg_temp
as $$
begin
  new.main_case_id := (new.context::json ->> 'mainCaseId')::uuid;
  return new;
end
$$;
revoke execute on function jiefen.note_main_case() from public;
grant execute on function jiefen.note_main_case() to jiefen_app;
create trigger cases_main_case before insert on jiefen.cases
  for each row when (position('"mainCaseId"' in new.context) > 0) execute function jiefen.note_main_case();

-- Leaders who take on cases and receive people; officials by name and title, who need no account.
create table jiefen.leaders (
  id          uuid primary key,
  name        text not null,
  title       text not null,
  rank        text not null check (rank in ('principal','deputy','department')),
  division    text not null references jiefen.divisions(code),
  unit_id     uuid references jiefen.units(id),
  user_id     uuid unique references jiefen.users(id),
  active      boolean not null default true,
  created_at  timestamptz not null default now()
);
create index leaders_division on jiefen.leaders(division);

-- Who may be invited to help a mediation: village mediators, legal advisers, legal-aid organisations.
create table jiefen.helpers (
  id            uuid primary key,
  kind          text not null check (kind in ('village-mediator','legal-adviser','legal-aid')),
  name          text not null,
  roles         text[] not null,
  division      text not null references jiefen.divisions(code),
  organisation  text,
  active        boolean not null default true,
  created_at    timestamptz not null default now()
);
create index helpers_division on jiefen.helpers(division, kind);

grant select, insert, update on jiefen.leaders, jiefen.helpers to jiefen_app;
