-- The law as dated data: rule packs published here, editions (which versions are in force for whatever begins), and the
-- switches from one edition to the next with the plan of what each moves.

create table jiefen.rule_packs (
  id           text primary key,
  uploaded_at  timestamptz not null default now(),
  uploaded_by  uuid,
  data         jsonb not null
);

-- Numbered without gap; every event names the edition that it was decided under, so none is ever changed.
create table jiefen.editions (
  number     int primary key check (number >= 1),
  made_at    timestamptz not null default now(),
  switch_id  uuid unique,
  data       jsonb not null
);

create table jiefen.switches (
  id              uuid primary key,
  kind            text not null check (kind in ('calendar', 'rule-pack', 'procedure')),
  -- `cn-2027.1`, `national-2022.2`, `petition@2`.
  subject         text not null,
  -- A calendar or rule pack that isn't published yet.
  material        jsonb,
  -- Whether running cases are moved too, or only whatever begins.
  running         boolean not null,
  state           text not null check (state in ('previewed', 'running', 'done')),
  base_edition    int not null,
  edition         int references jiefen.editions(number),
  -- Of the plan: who confirms says which preview he has seen.
  digest          text not null,
  totals          jsonb not null,
  reason          text not null,
  proposed_by     uuid not null,
  proposed_at     timestamptz not null default now(),
  confirm_reason  text,
  confirmed_by    uuid,
  confirmed_at    timestamptz,
  finished_at     timestamptz
);
create index switches_running on jiefen.switches(edition) where state = 'running';

-- One row a case that the subject reaches, in the order of the preview. `outcome` null: still to be moved.
create table jiefen.switch_items (
  switch_id  uuid not null references jiefen.switches(id) deferrable initially deferred,
  n          int not null,
  case_id    uuid not null,
  -- Sealed cases are moved like the others and shown to nobody here.
  sealed     boolean not null,
  plan       jsonb not null,
  outcome    text,
  primary key (switch_id, n)
);
create index switch_items_left on jiefen.switch_items(switch_id, n) where outcome is null;

grant select, insert on jiefen.rule_packs, jiefen.editions, jiefen.switches, jiefen.switch_items to jiefen_app;
grant update (state, edition, confirm_reason, confirmed_by, confirmed_at, finished_at) on jiefen.switches to jiefen_app;
grant update (outcome) on jiefen.switch_items to jiefen_app;

create trigger rule_packs_append_only before update or delete or truncate on jiefen.rule_packs
  for each statement execute function jiefen.refuse_change();
alter table jiefen.rule_packs enable always trigger rule_packs_append_only;
create trigger editions_append_only before update or delete or truncate on jiefen.editions
  for each statement execute function jiefen.refuse_change();
alter table jiefen.editions enable always trigger editions_append_only;
