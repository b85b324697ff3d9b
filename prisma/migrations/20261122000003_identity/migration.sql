-- Petitioner identity: the application has no grant on these tables. Every function below is the owner's (SECURITY DEFINER) with a
-- pinned search path; row-level security is forced on the owner too, so a function reaches only the cases it was called for: it names
-- them in a setting and takes them out again.

create policy reach on identity.case_keys for select
  using (case_id = any ((select string_to_array(current_setting('jiefen.identity_cases', true), ','))::uuid[]));
create policy store on identity.case_keys for insert with check (true);
create policy rewrap on identity.case_keys for update
  using (case_id = any ((select string_to_array(current_setting('jiefen.identity_cases', true), ','))::uuid[]));

create policy reach on identity.parties for select
  using (
    case_id = any ((select string_to_array(current_setting('jiefen.identity_cases', true), ','))::uuid[])
    or id_index = (select decode(nullif(current_setting('jiefen.identity_index', true), ''), 'hex'))
    or phone_index = (select decode(nullif(current_setting('jiefen.identity_index', true), ''), 'hex'))
  );
create policy store on identity.parties for insert with check (true);

create policy reach on identity.disclosures for select
  using (case_id = any ((select string_to_array(current_setting('jiefen.identity_cases', true), ','))::uuid[]));
create policy store on identity.disclosures for insert with check (true);

alter table identity.case_keys enable row level security;
alter table identity.case_keys force row level security;
alter table identity.parties enable row level security;
alter table identity.parties force row level security;
alter table identity.disclosures enable row level security;
alter table identity.disclosures force row level security;

create trigger disclosures_append_only before update or delete or truncate on identity.disclosures
  for each statement execute function jiefen.refuse_change();
alter table identity.disclosures enable always trigger disclosures_append_only;

-- Wrapped data keys of the cases named. A wrapped key is of no use without the master key.
create function identity.keys_of(p_cases uuid[]) returns table (case_id uuid, wrapped bytea)
  language plpgsql volatile security definer
  set search_path = pg_catalog, pg_temp
as $$
begin
  perform set_config('jiefen.identity_cases', array_to_string(p_cases, ','), true);
  return query select k.case_id, k.wrapped from identity.case_keys k where k.case_id = any (p_cases);
  perform set_config('jiefen.identity_cases', '', true);
end
$$;

-- Called by the engine's commit, in its transaction. `p_ok[n]`: the n-th command of the group is committed.
create function identity.store(p_keys json, p_parties json, p_ok boolean[]) returns void
  language plpgsql volatile security definer
  set search_path = pg_catalog, pg_temp
as $$
begin
  insert into identity.case_keys (case_id, wrapped)
  select i.case_id, decode(i.wrapped, 'base64')
  from json_to_recordset(p_keys) as i(n int, case_id uuid, wrapped text)
  where p_ok[i.n];

  insert into identity.parties (id, case_id, role, kind, unit_id, name, id_number, phone, name_mask, id_index, phone_index, phone4_mac)
  select i.id, i.case_id, i.role, i.kind, i.unit_id, decode(i.name, 'base64'), decode(i.id_number, 'base64'), decode(i.phone, 'base64'),
         i.name_mask, decode(i.id_index, 'base64'), decode(i.phone_index, 'base64'), decode(i.phone4_mac, 'base64')
  from json_to_recordset(p_parties) as i(n int, id uuid, case_id uuid, role text, kind text, unit_id uuid, name text, id_number text,
       phone text, name_mask text, id_index text, phone_index text, phone4_mac text)
  where p_ok[i.n];
end
$$;

-- What may be shown to whoever may read the case; nothing here is identity.
create function identity.masked(p_cases uuid[])
  returns table (id uuid, case_id uuid, role text, kind text, unit_id uuid, name_mask text, has_phone boolean)
  language plpgsql volatile security definer
  set search_path = pg_catalog, pg_temp
as $$
begin
  perform set_config('jiefen.identity_cases', array_to_string(p_cases, ','), true);
  return query
    select p.id, p.case_id, p.role, p.kind, p.unit_id, p.name_mask, p.phone is not null
    from identity.parties p where p.case_id = any (p_cases) order by p.case_id, p.id;
  perform set_config('jiefen.identity_cases', '', true);
end
$$;

-- Keyed macs of the last four digits, for the public page.
create function identity.last4_macs(p_case uuid) returns table (phone4_mac bytea)
  language plpgsql volatile security definer
  set search_path = pg_catalog, pg_temp
as $$
begin
  perform set_config('jiefen.identity_cases', p_case::text, true);
  return query
    select p.phone4_mac from identity.parties p
    where p.case_id = p_case and p.role <> 'respondent' and p.phone4_mac is not null;
  perform set_config('jiefen.identity_cases', '', true);
end
$$;

-- The only way to a name, a phone or an ID number: it writes who asked, for what, in the same transaction.
create function identity.disclose(p_case uuid, p_parties uuid[], p_fields text[], p_user uuid, p_unit uuid, p_purpose text)
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
  -- Contact only for purposes that need it: somebody is served, visited, or told that his case is now sealed.
  if p_fields && array['phone', 'idNumber'] and p_purpose not in ('service', 'visit', 'reclassification', 'export') then
    raise exception 'purpose % discloses no contact', p_purpose using errcode = 'insufficient_privilege';
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

-- Exact search by blind index. Which of the cases found the caller may know of is decided outside.
create function identity.find_by_phone(p_index bytea) returns table (case_id uuid, party_id uuid)
  language plpgsql volatile security definer
  set search_path = pg_catalog, pg_temp
as $$
begin
  perform set_config('jiefen.identity_index', encode(p_index, 'hex'), true);
  return query select p.case_id, p.id from identity.parties p where p.phone_index = p_index order by p.case_id, p.id limit 500;
  perform set_config('jiefen.identity_index', '', true);
end
$$;

create function identity.find_by_id_number(p_index bytea) returns table (case_id uuid, party_id uuid)
  language plpgsql volatile security definer
  set search_path = pg_catalog, pg_temp
as $$
begin
  perform set_config('jiefen.identity_index', encode(p_index, 'hex'), true);
  return query select p.case_id, p.id from identity.parties p where p.id_index = p_index order by p.case_id, p.id limit 500;
  perform set_config('jiefen.identity_index', '', true);
end
$$;

-- Who was told what, for the audit page.
create function identity.disclosures_of(p_case uuid)
  returns table (at timestamptz, party_id uuid, fields text[], user_id uuid, unit_id uuid, purpose text)
  language plpgsql volatile security definer
  set search_path = pg_catalog, pg_temp
as $$
begin
  perform set_config('jiefen.identity_cases', p_case::text, true);
  return query
    select d.at, d.party_id, d.fields, d.user_id, d.unit_id, d.purpose
    from identity.disclosures d where d.case_id = p_case order by d.id;
  perform set_config('jiefen.identity_cases', '', true);
end
$$;

-- Rotation of the master key, by the owner alone.
create function identity.rewrap(p_cases uuid[], p_wrapped bytea[]) returns int
  language plpgsql volatile security definer
  set search_path = pg_catalog, pg_temp
as $$
declare
  changed int;
begin
  perform set_config('jiefen.identity_cases', array_to_string(p_cases, ','), true);
  update identity.case_keys k set wrapped = i.wrapped
  from unnest(p_cases, p_wrapped) as i(case_id, wrapped) where k.case_id = i.case_id;
  get diagnostics changed = row_count;
  perform set_config('jiefen.identity_cases', '', true);
  return changed;
end
$$;

-- ── ownership and grants ────────────────────────────────────────────────────────────────────────────────────────
do $$
declare
  owner text := current_user;
  name text;
begin
  -- To hand over a schema, its new owner needs CREATE on the database for this moment.
  execute format('grant create on database %I to jiefen_identity', current_database());
  alter schema identity owner to jiefen_identity;
  execute format('revoke create on database %I from jiefen_identity', current_database());
  for name in select format('table identity.%I', tablename) from pg_tables where schemaname = 'identity'
    union all
    select format('function %s', p.oid::regprocedure) from pg_proc p where p.pronamespace = 'identity'::regnamespace
  loop
    execute format('alter %s owner to jiefen_identity', name);
  end loop;
  grant usage on schema jiefen to jiefen_identity;
  grant execute on function jiefen.refuse_change() to jiefen_identity;
  set local role jiefen_identity;
  revoke all on all tables in schema identity from public;
  revoke all on all functions in schema identity from public;
  grant usage on schema identity to jiefen_app;
  grant execute on function identity.keys_of(uuid[]), identity.store(json, json, boolean[]), identity.masked(uuid[]),
    identity.last4_macs(uuid), identity.disclose(uuid, uuid[], text[], uuid, uuid, text), identity.find_by_phone(bytea),
    identity.find_by_id_number(bytea), identity.disclosures_of(uuid) to jiefen_app;
  execute format('grant usage on schema identity to %I', owner);
  execute format('grant execute on function identity.keys_of(uuid[]), identity.rewrap(uuid[], bytea[]) to %I', owner);
  reset role;
end
$$;
