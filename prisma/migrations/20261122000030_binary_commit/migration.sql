-- The commit call with typed binary rows: a group's rows come as arrays of the types below, as PostgreSQL itself writes them on the wire.
-- Read as JSON, every value was lexed, looked up by its name and parsed again, which cost more than writing it.

-- The folded case is read whole by the product and hardly ever looked into: text is stored as it comes, jsonb was parsed, sorted
-- and built anew on every step.
alter table jiefen.cases
  alter column context type text using context::text,
  alter column open_deadlines type text using open_deadlines::text;
-- Two cases a page, three versions' room: then nearly every step is written beside its forerunner and touches no index (HOT; measured
-- 87 of 100, the rest change hands or close), and the table doesn't grow for it: at 70 it was as large, by pages left half empty.
alter table jiefen.cases set (fillfactor = 40);

-- What is added to these indexes waits in a list that somebody's insert has to file when it is full; at 4 MB (the default) that was a
-- registration of nearly a second, and everybody behind it.
alter index jiefen.cases_title set (gin_pending_list_limit = 128);
alter index jiefen.cases_viewers set (gin_pending_list_limit = 128);

-- One index instead of two: documents are read by their case.
alter table jiefen.documents drop constraint documents_pkey;
drop index jiefen.documents_case;
alter table jiefen.documents add primary key (case_id, id);

-- ── rows of the commit call; `n` (from 1) tells which command of the group a row belongs to ─────────────────────────────
create type jiefen.commit_lock as (n int, id uuid, head text);
create type jiefen.commit_rung as (n int, id uuid, version int);
create type jiefen.commit_key as (n int, scope text, key text, body_hash text, command_id uuid, case_id uuid, status int, answer json, at timestamptz);
create type jiefen.commit_event as (n int, case_id uuid, seq int, type text, at timestamptz, recorded_at timestamptz, command_id uuid, body text,
  hash text, prev_hash text);
create type jiefen.commit_case as (n int, id uuid, case_no text, query_hash bytea, procedure text, procedure_version int, state text, version int,
  seq int, head_hash text, last_at timestamptz, context text, open_deadlines text, class text, route text, sealed boolean, title text,
  category_code text, division_code text, county_code text, city_code text, province_code text, holder_unit_id uuid, lead_unit_id uuid,
  viewer_unit_ids uuid[], keeper_user_id uuid, channel text, headcount int, urgent boolean, confidential boolean, received_at timestamptz,
  registered_at timestamptz, closed_at timestamptz, next_due_at timestamptz, overdue boolean,
  recorded_at timestamptz);
create type jiefen.commit_move as (n int, id uuid, head text, state text, version int, seq int, head_hash text, last_at timestamptz, context text,
  open_deadlines text, holder_unit_id uuid, viewer_unit_ids uuid[], keeper_user_id uuid, closed_at timestamptz, next_due_at timestamptz,
  overdue boolean);
create type jiefen.commit_shape as (n int, id uuid, procedure text, procedure_version int, class text, route text, sealed boolean, title text,
  category_code text, division_code text, county_code text, city_code text, province_code text, lead_unit_id uuid, urgent boolean,
  confidential boolean);
create type jiefen.commit_deadline as (n int, id uuid, case_id uuid, rule text, state text, trigger_at timestamptz, rule_pack text,
  calendar_version text, extension_days int, pauses jsonb, fixed_date date, due_date date, due_at timestamptz, digest text, owner_role text,
  owner_unit_id uuid, version int, next_step int, next_at timestamptz, ladder_from timestamptz, fired_at timestamptz, done_at timestamptz,
  seq int, changed_at timestamptz);
create type jiefen.commit_document as (n int, id uuid, case_id uuid, seq int, field text, cipher bytea, digest text, created_at timestamptz);
create type jiefen.commit_outbox as (n int, topic text, case_id uuid, seq int, payload jsonb, created_at timestamptz);
create type jiefen.commit_vault as (n int, case_id uuid, wrapped bytea);
create type jiefen.commit_party as (n int, id uuid, case_id uuid, role text, kind text, unit_id uuid, name bytea, id_number bytea, phone bytea,
  name_mask text, id_index bytea, phone_index bytea, phone4_mac bytea);

-- Called by the engine's commit, in its transaction. `p_ok[n]`: the n-th command of the group is committed.
drop function identity.store(json, json, boolean[]);
create function identity.store(p_keys jiefen.commit_vault[], p_parties jiefen.commit_party[], p_ok boolean[]) returns void
  language plpgsql volatile security definer
  set search_path = pg_catalog, pg_temp
as $$
begin
  insert into identity.case_keys (case_id, wrapped) select i.case_id, i.wrapped from unnest(p_keys) as i where p_ok[i.n];
  insert into identity.parties (id, case_id, role, kind, unit_id, name, id_number, phone, name_mask, id_index, phone_index, phone4_mac)
  select i.id, i.case_id, i.role, i.kind, i.unit_id, i.name, i.id_number, i.phone, i.name_mask, i.id_index, i.phone_index, i.phone4_mac
  from unnest(p_parties) as i where p_ok[i.n];
end
$$;
alter function identity.store(jiefen.commit_vault[], jiefen.commit_party[], boolean[]) owner to jiefen_identity;
revoke execute on function identity.store(jiefen.commit_vault[], jiefen.commit_party[], boolean[]) from public;
grant execute on function identity.store(jiefen.commit_vault[], jiefen.commit_party[], boolean[]) to jiefen_app;

-- Everything a group's decisions depend on, read at one moment: the legal clock and real time, the cases (their context left out where
-- the caller's copy has the same head), the answers of known keys, the wrapped data keys of cases.
drop function jiefen.engine_load(uuid[], text[], text[], text[], uuid[]);
create function jiefen.engine_load(p_cases uuid[], p_heads text[], p_scopes text[], p_keys text[], p_vaults uuid[])
  returns table (manual timestamptz, real_now timestamptz, cases json, keys json, vaults json)
  language plpgsql volatile
  set search_path = pg_catalog, pg_temp
  set plan_cache_mode = force_generic_plan
  set enable_seqscan = off
  set enable_hashjoin = off
  set enable_mergejoin = off
as $$
begin
  manual := (select date_trunc('milliseconds', now_at) from jiefen.app_clock);
  real_now := date_trunc('milliseconds', clock_timestamp());
  if cardinality(p_cases) > 0 then
    cases := (
      select json_agg(json_build_array(c.id, c.head_hash, c.seq, c.version, c.case_no, c.last_at, c.closed_at,
        case when c.head_hash = i.head then null else
          json_build_object('procedure', c.procedure, 'procedureVersion', c.procedure_version, 'state', c.state,
            'context', c.context::json, 'open', c.open_deadlines::json)
        end))
      from unnest(p_cases, p_heads) as i(id, head) join jiefen.cases c on c.id = i.id);
  end if;
  if cardinality(p_keys) > 0 then
    keys := (
      select json_agg(json_build_array(k.scope, k.key, k.body_hash, k.status, k.answer, k.case_id))
      from unnest(p_scopes, p_keys) as i(scope, key) join jiefen.command_keys k on k.scope = i.scope and k.key = i.key);
  end if;
  if cardinality(p_vaults) > 0 then
    vaults := (select json_agg(json_build_array(v.case_id, encode(v.wrapped, 'base64'))) from identity.keys_of(p_vaults) v);
  end if;
  return next;
end
$$;

-- Writes a group of commands of different cases, all or none of each command. `ok[n]` in the answer is false for one that lost: its
-- key was taken, its case (or a case it refers to) has moved on, its rung isn't due, or the group was decided by a clock that is not
-- the database's (`p_manual` is the manual clock the decisions were taken by, null for real time; `p_at` their legal time, which may
-- never lie ahead). The advisory lock marks the attempt, so that a caller whose connection broke can wait for its end before looking.
-- Plans are kept for the life of a connection and may have been made while the tables were empty: the settings allow only those
-- that look rows up by their key, one by one, which is right at every size.
-- Every array is sorted by the row's key where rows are locked, so that overlapping groups of several processes never wait in a
-- circle. `p_locks` comes only where a decision looked at other cases, or climbs a rung: then every case of the group is locked first.
-- Otherwise the update itself is lock and check: it finds the row only where its head is still the one that was decided on.
drop function jiefen.engine_commit(bigint, int, json, json, json, json, json, json, json, json, json, json, timestamptz[], json, json, bytea);
create function jiefen.engine_commit(
  p_attempt bigint, p_count int, p_manual timestamptz, p_at timestamptz, p_keys jiefen.commit_key[], p_locks jiefen.commit_lock[],
  p_rungs jiefen.commit_rung[], p_moved jiefen.commit_move[], p_events jiefen.commit_event[], p_new jiefen.commit_case[],
  p_shaped jiefen.commit_shape[], p_armed jiefen.commit_deadline[], p_turned jiefen.commit_deadline[], p_documents jiefen.commit_document[],
  p_outbox jiefen.commit_outbox[], p_vaults jiefen.commit_vault[], p_parties jiefen.commit_party[], p_wakeups timestamptz[],
  out ok boolean[], out manual timestamptz, out real_now timestamptz
)
  language plpgsql volatile
  set search_path = pg_catalog, pg_temp
  set plan_cache_mode = force_generic_plan
  set enable_seqscan = off
  set enable_hashjoin = off
  set enable_mergejoin = off
as $$
declare
  lost int[] := '{}';
  taken uuid[];
  moved int[];
  wanted int;
  written int;
begin
  manual := (select date_trunc('milliseconds', now_at) from jiefen.app_clock);
  real_now := date_trunc('milliseconds', clock_timestamp());
  if manual is distinct from p_manual or p_at > coalesce(manual, real_now) then
    ok := array_fill(false, array[p_count]);
    return;
  end if;
  ok := array_fill(true, array[p_count]);
  perform pg_advisory_xact_lock_shared(p_attempt);

  -- Keys first, then cases.
  if p_keys is not null then
    with made as (
      insert into jiefen.command_keys (scope, key, body_hash, command_id, case_id, status, answer, created_at)
      select scope, key, body_hash, command_id, case_id, status, answer, at from unnest(p_keys)
      on conflict do nothing returning command_id
    ) select array_agg(command_id) into taken from made;
    if coalesce(cardinality(taken), 0) < cardinality(p_keys) then
      for wanted in select i.n from unnest(p_keys) as i where i.command_id <> all (coalesce(taken, '{}')) loop
        ok[wanted] := false;
      end loop;
    end if;
  end if;

  if p_locks is not null then
    -- Materialized: a condition pushed down into the query would lock only the rows that it lets through.
    with locked as materialized (
      select i.n, i.head, k.head_hash from unnest(p_locks) as i join jiefen.cases k on k.id = i.id order by k.id for update of k
    )
    select coalesce(array_agg(n) filter (where head_hash is distinct from head), '{}') into lost from locked;
    if p_rungs is not null then
      lost := lost || (
        select coalesce(array_agg(i.n), '{}') from unnest(p_rungs) as i
        where not exists (select from jiefen.deadlines d where d.id = i.id and d.version = i.version and d.next_at <= jiefen.app_now()));
    end if;
    foreach wanted in array lost loop
      ok[wanted] := false;
    end loop;
  end if;

  if p_moved is not null then
    with done as (
      update jiefen.cases c set
        state = i.state, version = i.version, seq = i.seq, head_hash = i.head_hash, last_at = i.last_at, context = i.context,
        open_deadlines = i.open_deadlines, holder_unit_id = i.holder_unit_id, viewer_unit_ids = i.viewer_unit_ids,
        keeper_user_id = i.keeper_user_id, closed_at = i.closed_at, next_due_at = i.next_due_at, overdue = i.overdue
      from unnest(p_moved) as i where c.id = i.id and c.head_hash = i.head and ok[i.n]
      returning i.n
    ) select array_agg(n) into moved from done;
    if coalesce(cardinality(moved), 0) < cardinality(p_moved) then
      for wanted in select i.n from unnest(p_moved) as i where ok[i.n] and i.n <> all (coalesce(moved, '{}')) loop
        ok[wanted] := false;
        lost := lost || wanted;
      end loop;
    end if;
  end if;

  -- A key is recorded with its outcome or not at all.
  if cardinality(lost) > 0 and p_keys is not null then
    delete from jiefen.command_keys k using unnest(p_keys) as i
      where i.n = any (lost) and k.scope = i.scope and k.key = i.key and k.command_id = i.command_id;
  end if;

  if p_events is not null then
    insert into jiefen.events (case_id, seq, type, at, recorded_at, command_id, body, hash, prev_hash)
    select case_id, seq, type, at, recorded_at, command_id, body, hash, prev_hash from unnest(p_events) where ok[n];
  end if;

  if p_new is not null then
    insert into jiefen.cases (id, case_no, query_hash, procedure, procedure_version, state, version, seq, head_hash, last_at, context, open_deadlines,
      class, route, sealed, title, category_code, division_code, county_code, city_code, province_code, holder_unit_id, lead_unit_id, viewer_unit_ids,
      keeper_user_id, channel, headcount, urgent, confidential, received_at, registered_at, closed_at, next_due_at, overdue, recorded_at)
    select id, case_no, query_hash, procedure, procedure_version, state, version, seq, head_hash, last_at, context, open_deadlines,
      class, route, sealed, title, category_code, division_code, county_code, city_code, province_code, holder_unit_id, lead_unit_id, viewer_unit_ids,
      keeper_user_id, channel, headcount, urgent, confidential, received_at, registered_at, closed_at, next_due_at, overdue, recorded_at
    from unnest(p_new) where ok[n];
  end if;

  -- What reclassifying changes; seldom.
  if p_shaped is not null then
    update jiefen.cases c set
      procedure = i.procedure, procedure_version = i.procedure_version, class = i.class, route = i.route, sealed = i.sealed,
      title = coalesce(i.title, c.title), category_code = i.category_code, division_code = i.division_code, county_code = i.county_code,
      city_code = i.city_code, province_code = i.province_code, lead_unit_id = i.lead_unit_id, urgent = i.urgent, confidential = i.confidential
    from unnest(p_shaped) as i where c.id = i.id and ok[i.n];
  end if;

  if p_armed is not null then
    insert into jiefen.deadlines (id, case_id, rule, state, trigger_at, rule_pack, calendar_version, extension_days, pauses, fixed_date, due_date, due_at,
      digest, owner_role, owner_unit_id, version, next_step, next_at, ladder_from, fired_at, done_at, armed_seq, ended_seq, changed_at)
    select id, case_id, rule, state, trigger_at, rule_pack, calendar_version, extension_days, pauses, fixed_date, due_date, due_at,
      digest, owner_role, owner_unit_id, version, next_step, next_at, ladder_from, fired_at, done_at, seq,
      case when state not in ('armed', 'paused') then seq end, changed_at
    from unnest(p_armed) where ok[n];
  end if;

  if p_turned is not null then
    update jiefen.deadlines d set
      state = i.state, trigger_at = i.trigger_at, rule_pack = i.rule_pack, calendar_version = i.calendar_version, extension_days = i.extension_days,
      pauses = i.pauses, fixed_date = i.fixed_date, due_date = i.due_date, due_at = i.due_at, digest = i.digest, owner_role = i.owner_role,
      owner_unit_id = i.owner_unit_id, version = i.version, next_step = i.next_step, next_at = i.next_at, ladder_from = i.ladder_from,
      fired_at = i.fired_at, done_at = i.done_at, changed_at = i.changed_at,
      ended_seq = coalesce(d.ended_seq, case when i.state not in ('armed', 'paused') then i.seq end)
    from unnest(p_turned) as i where d.id = i.id and d.version = i.version - 1 and ok[i.n];
    get diagnostics written = row_count;
    wanted := cardinality(p_turned);
    if written < wanted then
      wanted := (select count(*) from unnest(p_turned) where ok[n]);
      -- The case was unmoved, so its deadlines are what the decision saw; anything else is a defect and must not be committed.
      if written <> wanted then
        raise exception 'a deadline is not the one that was decided on' using errcode = 'integrity_constraint_violation';
      end if;
    end if;
  end if;

  if p_documents is not null then
    insert into jiefen.documents (id, case_id, seq, field, cipher, digest, created_at)
    select id, case_id, seq, field, cipher, digest, created_at from unnest(p_documents) where ok[n];
  end if;

  if p_vaults is not null then
    perform identity.store(p_vaults, p_parties, ok);
  end if;

  if p_outbox is not null then
    insert into jiefen.outbox (topic, case_id, seq, payload, created_at)
    select topic, case_id, seq, payload, created_at from unnest(p_outbox) where ok[n];
  end if;

  if cardinality(p_wakeups) > 0 then
    insert into jiefen.wakeups (at) select w from unnest(p_wakeups) as w order by w on conflict do nothing;
  end if;
end
$$;

grant execute on function jiefen.engine_load(uuid[], text[], text[], text[], uuid[]) to jiefen_app;
grant execute on function jiefen.engine_commit(bigint, int, timestamptz, timestamptz, jiefen.commit_key[], jiefen.commit_lock[],
  jiefen.commit_rung[], jiefen.commit_move[], jiefen.commit_event[], jiefen.commit_case[], jiefen.commit_shape[], jiefen.commit_deadline[],
  jiefen.commit_deadline[], jiefen.commit_document[], jiefen.commit_outbox[], jiefen.commit_vault[], jiefen.commit_party[], timestamptz[])
  to jiefen_app;
