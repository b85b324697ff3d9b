-- Supervision of units beside cases: the yellow card as a state of a unit, and groups that supervise counties, with the minutes of
-- their feedback meetings and what was handed out there. Units and their work alone; nothing here is about anybody who petitions.

create table jiefen.yellow_cards (
  id             uuid primary key,
  unit_id        uuid not null references jiefen.units(id),
  reason         text not null,
  -- The resolution or notice that it rests on.
  basis_no       text not null,
  from_date      date not null,
  -- Its last day.
  until_date     date not null,
  issued_by      uuid not null references jiefen.users(id),
  issued_at      timestamptz not null,      -- legal time
  lifted_by      uuid references jiefen.users(id),
  lifted_at      timestamptz,
  lift_reason    text,
  check (until_date >= from_date),
  check ((lifted_at is null) = (lift_reason is null))
);
create index yellow_cards_unit on jiefen.yellow_cards(unit_id, from_date desc);

create table jiefen.supervision_groups (
  id            uuid primary key,
  -- region: bound to counties; paired: each member minds its own units; task-force: two from each of two sides.
  kind          text not null check (kind in ('region', 'paired', 'task-force')),
  name          text not null,
  leader_id     uuid not null references jiefen.users(id),
  -- Of the unit that formed it: who answers for this place knows of the group.
  unit_id       uuid not null references jiefen.units(id),
  counties      text[] not null,
  formed_on     date not null,
  dissolved_on  date
);

create table jiefen.supervision_group_members (
  group_id  uuid not null references jiefen.supervision_groups(id),
  no        int not null,
  unit_id   uuid not null references jiefen.units(id),
  rank      text not null check (rank in ('leader', 'section-chief', 'member')),
  primary key (group_id, no)
);

-- Feedback meetings (每周反馈会); what was said stays with the group, which names units and matters, not people.
create table jiefen.supervision_group_minutes (
  id           uuid primary key,
  group_id     uuid not null references jiefen.supervision_groups(id),
  held_on      date not null,
  summary      text not null,
  recorded_by  uuid not null references jiefen.users(id),
  recorded_at  timestamptz not null,        -- legal time
  unique (group_id, held_on)
);

-- What was handed out at a meeting, each tracked by its supervision card until that is signed off.
create table jiefen.supervision_group_tasks (
  minutes_id  uuid not null references jiefen.supervision_group_minutes(id),
  case_id     uuid not null,
  primary key (minutes_id, case_id)
);

grant select, insert on jiefen.yellow_cards, jiefen.supervision_groups, jiefen.supervision_group_members,
  jiefen.supervision_group_minutes, jiefen.supervision_group_tasks to jiefen_app;
grant update (lifted_by, lifted_at, lift_reason) on jiefen.yellow_cards to jiefen_app;
grant update (dissolved_on) on jiefen.supervision_groups to jiefen_app;
