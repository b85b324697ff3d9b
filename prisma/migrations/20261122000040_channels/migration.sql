-- Channels out of the house: e-mail, SMS, IM, webhooks. The truth about every message is here; jobs hold ids.

-- Where a member of the staff wants to be told. `address` is sealed under a key of the installation, bound to person and channel.
create table jiefen.user_contacts (
  user_id     uuid not null references jiefen.users(id) on delete cascade,
  channel     text not null check (channel in ('email','sms','im')),
  address     bytea not null,
  wanted      boolean not null,
  language    text not null check (language in ('zh','en')),
  changed_at  timestamptz not null default now(),
  primary key (user_id, channel)
);
create index users_unit on jiefen.users(unit_id) where active;

-- Systems that are told by HTTP. Secrets are sealed like addresses; after a rotation the old one signs beside the new one for a while.
create table jiefen.webhooks (
  id               uuid primary key,
  url              text not null,
  description      text not null,
  kinds            text[] not null,          -- of notice; empty: all
  secret           bytea not null,
  previous_secret  bytea,
  previous_until   timestamptz,
  active           boolean not null default true,
  failures         int not null default 0,   -- in a row
  disabled_at      timestamptz,
  disabled_reason  text,
  created_by       uuid,
  created_at       timestamptz not null default now()
);

-- One row for each message, channel and recipient, written by the transaction that writes the notice.
create table jiefen.deliveries (
  id              uuid primary key,        -- the idempotency key at the provider
  message         text not null,           -- what is told: `<outbox id>.<ordinal>`, or an event of the product itself
  channel         text not null check (channel in ('email','sms','im','webhook')),
  recipient_kind  text not null check (recipient_kind in ('user','party','webhook')),
  recipient_id    uuid not null,
  unit_id         uuid,                    -- the notice's addressees: checked again when it is sent
  roles           text[] not null,
  case_id         uuid,
  seq             int,
  kind            text not null,
  rule            text,
  at              timestamptz not null,    -- legal time of what happened
  state           text not null default 'waiting' check (state in ('waiting','accepted','withdrawn','dead')),
  version         int not null default 0,  -- grows with every lease and claim: an older job has nothing to say
  tries           int not null default 0,
  not_before      timestamptz not null,    -- real time
  lease_until     timestamptz,
  error           text,
  created_at      timestamptz not null default clock_timestamp(),
  done_at         timestamptz,
  unique (message, channel, recipient_id)
) with (fillfactor = 70, autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_threshold = 2000);
create index deliveries_waiting on jiefen.deliveries(channel, not_before) where state = 'waiting';
create index deliveries_done on jiefen.deliveries(channel, done_at) where state = 'accepted';
create index deliveries_old on jiefen.deliveries(done_at) where state in ('accepted', 'withdrawn');

-- Written before the provider is called: what a crash leaves behind is `sending`, and must be asked about before anything else.
create table jiefen.delivery_attempts (
  delivery_id  uuid not null references jiefen.deliveries(id) on delete cascade,
  no           int not null,
  state        text not null check (state in ('sending','accepted','refused','failed','unknown')),
  started_at   timestamptz not null default clock_timestamp(),
  ended_at     timestamptz,
  reason       text,                        -- codes of the provider, never what was sent
  reference    text,                        -- the provider's own number for it
  primary key (delivery_id, no)
);
create unique index delivery_accepted_once on jiefen.delivery_attempts(delivery_id) where state = 'accepted';
create unique index delivery_sent_by_one on jiefen.delivery_attempts(delivery_id) where state = 'sending';

-- A token bucket for each provider, in one row that every process takes from.
create table jiefen.send_allowances (
  provider  text primary key,
  tokens    float8 not null,
  at        timestamptz not null
);

-- Takes one token and answers 0, or answers for how many seconds none will be there.
create function jiefen.take_send_allowance(p_provider text, p_rate float8, p_burst float8) returns float8
  language plpgsql volatile
  set search_path = pg_catalog, pg_temp
as $$
declare
  bucket jiefen.send_allowances;
  -- The lock comes first, then the time: a clock read before the wait would count it twice.
  instant timestamptz;
  available float8;
begin
  insert into jiefen.send_allowances (provider, tokens, at) values (p_provider, p_burst, clock_timestamp()) on conflict do nothing;
  select * into bucket from jiefen.send_allowances where provider = p_provider for update;
  instant := greatest(clock_timestamp(), bucket.at);
  available := least(p_burst, bucket.tokens + extract(epoch from instant - bucket.at) * p_rate);
  if available < 1 then
    return (1 - available) / p_rate;
  end if;
  update jiefen.send_allowances set tokens = available - 1, at = instant where provider = p_provider;
  return 0;
end
$$;

-- What the notification processes say of themselves; `GET /api/channels` reads it, so that the API needs none of their settings.
create table jiefen.channel_settings (
  channel     text primary key,
  configured  boolean not null,
  rate        float8 not null,
  seen_at     timestamptz not null
);

grant select on jiefen.user_contacts, jiefen.webhooks, jiefen.deliveries, jiefen.delivery_attempts, jiefen.send_allowances,
  jiefen.channel_settings to jiefen_app;
grant insert, update on jiefen.user_contacts, jiefen.webhooks, jiefen.deliveries, jiefen.delivery_attempts, jiefen.send_allowances,
  jiefen.channel_settings to jiefen_app;
grant delete on jiefen.user_contacts, jiefen.webhooks, jiefen.deliveries, jiefen.delivery_attempts to jiefen_app;
grant execute on function jiefen.take_send_allowance(text, float8, float8) to jiefen_app;

-- A purpose of its own for a petitioner's phone that is read in the moment of an SMS: the audit tells it from a visit or a service.
set local role jiefen_identity;
create or replace function identity.disclose(p_case uuid, p_parties uuid[], p_fields text[], p_user uuid, p_unit uuid, p_purpose text)
  returns table (id uuid, name bytea, phone bytea, id_number bytea)
  language plpgsql volatile security definer
  set search_path = pg_catalog, pg_temp
as $$
begin
  if p_fields is null or cardinality(p_fields) = 0 or not p_fields <@ array['name', 'phone', 'idNumber'] then
    raise exception 'unknown identity field' using errcode = 'invalid_parameter_value';
  end if;
  if coalesce(p_purpose, '') = '' then
    raise exception 'a disclosure needs a purpose' using errcode = 'invalid_parameter_value';
  end if;
  -- Contact only for purposes that need it: somebody is served, visited, told that his case is now sealed, or sent a message.
  if p_fields && array['phone', 'idNumber'] and p_purpose not in ('service', 'visit', 'reclassification', 'export', 'message') then
    raise exception 'purpose % discloses no contact', p_purpose using errcode = 'insufficient_privilege';
  end if;
  if p_purpose = 'message' and p_fields <> array['phone'] then
    raise exception 'a message needs the phone alone' using errcode = 'insufficient_privilege';
  end if;
  perform set_config('jiefen.identity_cases', p_case::text, true);
  insert into identity.disclosures (case_id, party_id, fields, user_id, unit_id, purpose)
    select p_case, p.id, p_fields, p_user, p_unit, p_purpose
    from identity.parties p
    where p.case_id = p_case and (p_parties is null or p.id = any (p_parties));
  return query
    select p.id,
           case when 'name' = any (p_fields) then p.name end,
           case when 'phone' = any (p_fields) then p.phone end,
           case when 'idNumber' = any (p_fields) then p.id_number end
    from identity.parties p
    where p.case_id = p_case and (p_parties is null or p.id = any (p_parties))
    order by p.id;
  perform set_config('jiefen.identity_cases', '', true);
end
$$;
reset role;
