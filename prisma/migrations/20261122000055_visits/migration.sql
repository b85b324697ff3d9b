-- Return visits by a sample that is fixed before the cases close; satisfaction surveys and calls for suggestions; meetings in the yards of
-- a village whose issues become cases; matters that come back after they were closed.

-- Which of the cases closed in a period are visited: decided by a seed that was drawn before the first of them closed. Its digest is told
-- at once and the seed itself when the period is over, so that nobody can choose and everybody can check.
create table jiefen.visit_plans (
  id           uuid primary key,
  division     text not null references jiefen.divisions(code),
  closed_from  date not null,
  closed_to    date not null check (closed_to >= closed_from),
  percent      int not null check (percent between 1 and 100),
  seed         text not null,
  seed_digest  text not null,
  created_by   uuid not null,
  created_at   timestamptz not null,        -- legal time
  unique (division, closed_from, closed_to)
);

-- 群众满意度测评: so many were asked, each by a code of his own, which only its digest remembers.
create table jiefen.surveys (
  id          uuid primary key,
  title       text not null,
  division    text not null references jiefen.divisions(code),
  opens_on    date not null,
  closes_on   date not null check (closes_on >= opens_on),
  created_by  uuid not null,
  created_at  timestamptz not null
);
create table jiefen.survey_invitations (
  survey_id    uuid not null references jiefen.surveys(id),
  code_digest  bytea not null unique,
  answer       text check (answer in ('satisfied','basically','dissatisfied')),
  primary key (survey_id, code_digest)
);

-- 问计于民: what is asked for, and the suggestions that came, each a case of its own. A row whose case was never registered counts nothing.
create table jiefen.suggestion_calls (
  id          uuid primary key,
  topic       text not null,
  division    text not null references jiefen.divisions(code),
  opens_on    date not null,
  closes_on   date not null check (closes_on >= opens_on),
  created_by  uuid not null,
  created_at  timestamptz not null
);
create table jiefen.call_cases (
  case_id  uuid primary key,
  call_id  uuid not null references jiefen.suggestion_calls(id)
);
create index call_cases_call on jiefen.call_cases(call_id);

-- 屋场恳谈会: what was said at a meeting, issue by issue; the case that an issue becomes has an id that follows from it.
create table jiefen.yard_meetings (
  id          uuid primary key,
  division    text not null references jiefen.divisions(code),
  held_on     date not null,
  place       text not null,
  attendees   int not null check (attendees > 0),
  summary     text not null,
  unit_id     uuid not null references jiefen.units(id),
  created_by  uuid not null,
  created_at  timestamptz not null
);
create index yard_meetings_division on jiefen.yard_meetings(division, held_on);
create table jiefen.yard_issues (
  meeting_id  uuid not null references jiefen.yard_meetings(id),
  n           int not null check (n > 0),
  issue       text not null,
  answered    text,                          -- settled on the spot: what was said
  case_id     uuid not null unique,
  primary key (meeting_id, n)
);

grant select, insert on jiefen.visit_plans, jiefen.surveys, jiefen.suggestion_calls, jiefen.call_cases, jiefen.yard_meetings to jiefen_app;
grant select, insert, update on jiefen.survey_invitations, jiefen.yard_issues to jiefen_app;

-- Of each of these cases the other cases of the same people, by the keyed indexes of what they gave; ids alone, never a name. Row-level
-- security lets one index through at a time, so the people are gone through one by one.
create function identity.same_people(p_cases uuid[]) returns table (case_id uuid, other_id uuid)
  language plpgsql volatile security definer
  set search_path = pg_catalog, pg_temp
as $$
declare
  person record;
begin
  perform set_config('jiefen.identity_cases', array_to_string(p_cases, ','), true);
  for person in
    select p.case_id as of, p.id_index as known from identity.parties p
      where p.case_id = any (p_cases) and p.role in ('petitioner','representative') and p.id_index is not null
    union
    select p.case_id, p.phone_index from identity.parties p
      where p.case_id = any (p_cases) and p.role in ('petitioner','representative') and p.phone_index is not null
  loop
    perform set_config('jiefen.identity_index', encode(person.known, 'hex'), true);
    return query
      select person.of, o.case_id from identity.parties o
      where (o.id_index = person.known or o.phone_index = person.known) and o.case_id <> person.of
        and o.role in ('petitioner','representative')
      order by o.case_id limit 100;
  end loop;
  perform set_config('jiefen.identity_index', '', true);
  perform set_config('jiefen.identity_cases', '', true);
end
$$;
alter function identity.same_people(uuid[]) owner to jiefen_identity;
revoke execute on function identity.same_people(uuid[]) from public;
grant execute on function identity.same_people(uuid[]) to jiefen_app;
