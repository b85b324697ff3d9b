-- The spine: organisation, accounts, cases with their event log, deadlines, outbox, inbox; identity in a schema of its own.
-- Run by the owner. The application connects as jiefen_app, which owns nothing (see the grants migration).

create schema if not exists jiefen;
create schema if not exists identity;

create extension if not exists pg_trgm with schema public;

-- ── organisation ────────────────────────────────────────────────────────────────────────────────────────────────
create table jiefen.divisions (
  code       text primary key,
  name       text not null,
  level      text not null check (level in ('province','city','county','township','village')),
  parent     text references jiefen.divisions(code),
  ancestors  text[] not null            -- nearest first
);
create index divisions_parent on jiefen.divisions(parent);

create table jiefen.units (
  id               uuid primary key,
  code             text not null unique,  -- <function>.<division>
  name             text not null,
  name_en          text not null,
  function         text not null,
  division         text not null references jiefen.divisions(code),
  level            text not null check (level in ('province','city','county','township','village')),
  superior_id      uuid references jiefen.units(id),
  review_unit_ids  uuid[],                -- null: the superior reviews (contract)
  active           boolean not null default true
);
create index units_function_division on jiefen.units(function, division);

create table jiefen.categories (
  code           text primary key,
  path           text not null,
  owner_function text not null,
  lowest_level   text not null,
  desk           text
);

create table jiefen.users (
  id             uuid primary key,
  username       text not null unique,
  password_hash  text not null,
  display_name   text not null,
  roles          text[] not null,
  unit_id        uuid references jiefen.units(id),
  active         boolean not null default true,
  created_at     timestamptz not null default now()
);

-- Opaque sessions: only the SHA-256 of the token is stored. Real time, never legal time.
create table jiefen.sessions (
  token_hash  bytea primary key,
  user_id     uuid not null references jiefen.users(id) on delete cascade,
  created_at  timestamptz not null default now(),
  expires_at  timestamptz not null
);
create index sessions_expires on jiefen.sessions(expires_at);

-- Wrong passwords and wrong query codes. The key is a keyed digest, so that the table names nobody.
create table jiefen.throttles (
  key          text primary key,
  failures     int not null,
  blocked_until timestamptz,
  updated_at   timestamptz not null default now()
);

-- ── rules as dated data ─────────────────────────────────────────────────────────────────────────────────────────
create table jiefen.calendars (
  version       text primary key,        -- e.g. cn-2026.1
  published_at  timestamptz not null default now(),
  notice        text not null,
  published_by  uuid references jiefen.users(id),
  data          jsonb not null
);

-- One row. `now_at` set: the manual clock (tests, replays) governs legal time; null: the database's own clock does.
create table jiefen.app_clock (
  only_row  boolean primary key default true check (only_row),
  now_at    timestamptz
);
insert into jiefen.app_clock(now_at) values (null);

-- STABLE on purpose: a volatile function, or clock_timestamp(), would keep the planner from using the index on due times.
create function jiefen.app_now() returns timestamptz language sql stable parallel safe
  as $$ select coalesce((select now_at from jiefen.app_clock), now()) $$;

-- ── cases ───────────────────────────────────────────────────────────────────────────────────────────────────────
create table jiefen.cases (
  id                 uuid primary key,
  case_no            text not null unique,
  query_hash         bytea not null unique,   -- SHA-256 of the normalised query code
  procedure          text not null,
  procedure_version  int not null,
  state              text not null,
  version            int not null,
  seq                int not null,            -- of the last event
  head_hash          text not null,
  last_at            timestamptz not null,    -- legal time of the last event
  context            jsonb not null,
  open_deadlines     jsonb not null,          -- copy of the open deadline rows, same transaction
  -- projections of the context, for lists
  class              text not null,
  route              text,
  sealed             boolean not null,
  title              text not null,           -- empty for a sealed case: its title is a document
  category_code      text not null,
  division_code      text not null,
  county_code        text,
  city_code          text,
  province_code      text,
  holder_unit_id     uuid not null,
  lead_unit_id       uuid not null,
  viewer_unit_ids    uuid[] not null,         -- units that may know of it (contract: "Who knows of a case")
  keeper_user_id     uuid,                    -- sealed and not forwarded yet: this one person of those units alone
  channel            text not null,
  headcount          int not null,
  urgent             boolean not null,
  confidential       boolean not null,
  received_at        timestamptz not null,
  registered_at      timestamptz not null,    -- legal time
  closed_at          timestamptz,
  next_due_at        timestamptz,             -- earliest armed due instant
  overdue            boolean not null,        -- some deadline fired and is not done
  recorded_at        timestamptz not null     -- the record's own, real time
) with (fillfactor = 70);

-- Append-only, hash-chained per case. `body` is the canonical JSON (RFC 8785) that was hashed.
create table jiefen.events (
  case_id      uuid not null,
  seq          int not null check (seq > 0),
  type         text not null,
  at           timestamptz not null,
  recorded_at  timestamptz not null,
  command_id   uuid not null,
  body         text not null,
  hash         text not null,
  prev_hash    text,
  primary key (case_id, seq)
);

create table jiefen.deadlines (
  id                uuid primary key,
  case_id           uuid not null,
  rule              text not null,
  state             text not null check (state in ('armed','paused','met','fired','cancelled','superseded')),
  trigger_at        timestamptz not null,
  rule_pack         text not null,
  calendar_version  text not null,
  extension_days    int not null,
  pauses            jsonb not null,
  fixed_date        date,
  due_date          date not null,
  due_at            timestamptz not null,
  digest            text not null,
  owner_role        text not null,
  owner_unit_id     uuid,
  version           int not null,
  next_step         int,
  next_at           timestamptz,
  ladder_from       timestamptz,
  fired_at          timestamptz,
  done_at           timestamptz,
  armed_seq         int not null,
  ended_seq         int,
  changed_at        timestamptz not null      -- real time
) with (fillfactor = 80);
create index deadlines_case on jiefen.deadlines(case_id);
create index deadlines_next on jiefen.deadlines(next_at) where next_at is not null;

-- Rungs that couldn't be climbed: after the last attempt a dead letter, so that one bad case never blocks the others.
create table jiefen.rung_failures (
  deadline_id  uuid primary key,
  version      int not null,             -- of the deadline; a newer version starts afresh
  attempts     int not null,
  retry_at     timestamptz not null,     -- real time
  reason       text not null
);

-- Free text (narratives, opinions, reasons), AES-256-GCM under the case's own key.
create table jiefen.documents (
  id          uuid primary key,
  case_id     uuid not null,
  seq         int not null,
  field       text not null,
  cipher      bytea not null,
  digest      text not null,               -- keyed, as the event names it
  created_at  timestamptz not null
);
create index documents_case on jiefen.documents(case_id, seq);

-- The recorded outcome of an Idempotency-Key, scoped to user and route.
create table jiefen.command_keys (
  scope       text not null,
  key         text not null,
  body_hash   text not null,
  command_id  uuid not null,
  case_id     uuid,
  status      int not null,
  answer      json not null,            -- json, not jsonb: a replay is the first answer byte by byte
  created_at  timestamptz not null,
  primary key (scope, key)
);

-- ── what happens next ───────────────────────────────────────────────────────────────────────────────────────────
-- Rows for effects that have a consumer. The consumer's own transaction sets done_at; never a `sent` flag.
create table jiefen.outbox (
  id           bigint generated always as identity primary key,
  topic        text not null,
  case_id      uuid not null,
  seq          int not null,
  payload      jsonb not null,             -- codes and ids only
  attempt      int not null default 0,
  lease_until  timestamptz,
  done_at      timestamptz,
  created_at   timestamptz not null
);
create index outbox_undone on jiefen.outbox(id) where done_at is null;

-- One row a distinct instant at which some ladder has a rung; the relay turns it into one delayed job.
create table jiefen.wakeups (
  at         timestamptz primary key,
  queued_at  timestamptz
);

-- What a consumer has already done, written with the effect.
create table jiefen.processed (
  consumer    text not null,
  message_id  text not null,
  at          timestamptz not null default now(),
  primary key (consumer, message_id)
);

create table jiefen.dead_letters (
  id          bigint generated always as identity primary key,
  source      text not null,
  message_id  text not null,
  case_id     uuid,
  reason      text not null,
  payload     jsonb not null,
  attempts    int not null,
  created_at  timestamptz not null default now(),
  redriven_at timestamptz,
  redriven_by uuid,
  unique (source, message_id)
);

-- The in-app inbox: addressed to roles of a unit.
create table jiefen.notices (
  id          bigint generated always as identity primary key,
  outbox_id   bigint not null,
  ordinal     int not null,
  unit_id     uuid not null,
  roles       text[] not null,
  case_id     uuid not null,
  seq         int not null,
  kind        text not null,
  rule        text,
  at          timestamptz not null,        -- legal time
  created_at  timestamptz not null default now(),
  unique (outbox_id, ordinal)
);
create index notices_unit on jiefen.notices(unit_id, id desc);
create index notices_case on jiefen.notices(case_id);

create table jiefen.notice_reads (
  notice_id  bigint not null references jiefen.notices(id) on delete cascade,
  user_id    uuid not null,
  read_at    timestamptz not null default now(),
  primary key (notice_id, user_id)
);

-- Who opened which case (RECLASSIFY to ACCUSATION lists them), one row a person and case.
create table jiefen.case_reads (
  case_id   uuid not null,
  user_id   uuid not null,
  unit_id   uuid,
  first_at  timestamptz not null,
  last_at   timestamptz not null,
  times     int not null,
  primary key (case_id, user_id)
);

create table jiefen.audit_log (
  id       bigint generated always as identity primary key,
  at       timestamptz not null default now(),
  user_id  uuid,
  action   text not null,
  object   text not null,
  data     jsonb not null
);

create table jiefen.imports (
  source_hash text not null,               -- SHA-256 of the ledger file
  row_key     text not null,
  case_id     uuid not null,
  imported_at timestamptz not null default now(),
  primary key (source_hash, row_key)
);

-- Facts about this data folder: its format, the master key's check value.
create table jiefen.installation (
  name   text primary key,
  value  text not null
);

-- ── identity ────────────────────────────────────────────────────────────────────────────────────────────────────
-- No direct grants to the application: only the functions of the identity migration reach these tables.
create table identity.case_keys (
  case_id  uuid primary key,
  wrapped  bytea not null                  -- the case's data key under the master key; deleting it erases the person
);

create table identity.parties (
  id          uuid primary key,
  case_id     uuid not null,
  role        text not null,
  kind        text not null,
  unit_id     uuid,
  name        bytea,
  id_number   bytea,
  phone       bytea,
  name_mask   text,                        -- 王**
  id_index    bytea,                       -- keyed blind indexes for exact search
  phone_index bytea,
  phone4_mac  bytea                        -- keyed to the case, for the public page
);
create index parties_case on identity.parties(case_id);
create index parties_id_index on identity.parties(id_index) where id_index is not null;
create index parties_phone_index on identity.parties(phone_index) where phone_index is not null;

create table identity.disclosures (
  id        bigint generated always as identity primary key,
  at        timestamptz not null default now(),
  case_id   uuid not null,
  party_id  uuid,
  fields    text[] not null,
  user_id   uuid,
  unit_id   uuid,
  purpose   text not null
);
create index disclosures_case on identity.disclosures(case_id);
