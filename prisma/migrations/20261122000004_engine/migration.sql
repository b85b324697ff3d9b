-- The engine's hot path: one call that reads what a group of commands needs, one that writes all of it in one commit.

-- Numbers are handed out in blocks of 64 to a process and permuted there, so that a case number shows neither order nor gaps.
create sequence jiefen.case_numbers increment by 64 minvalue 0 start with 0;
grant usage on sequence jiefen.case_numbers to jiefen_app;

-- Work lists, searches, who may know of a case. No index on what every step changes (next_due_at, overdue, state): then most steps
-- rewrite the row in place (HOT) and touch no index at all; a unit's few open cases are sorted in memory.
create index cases_holder on jiefen.cases(holder_unit_id) where closed_at is null;
create index cases_received on jiefen.cases(received_at desc, id desc);
create index cases_viewers on jiefen.cases using gin (viewer_unit_ids);
create index cases_title on jiefen.cases using gin (title gin_trgm_ops);
-- Rows of one to four kilobytes stay as they are: compressing them on every step would cost more than the step.
alter table jiefen.cases set (toast_tuple_target = 8160);
alter table jiefen.events set (toast_tuple_target = 8160);
alter table jiefen.documents set (toast_tuple_target = 8160);
alter table jiefen.documents alter column cipher set storage external;

create index command_keys_created on jiefen.command_keys(created_at);

-- Everything a group's decisions depend on, read at one moment: legal and real time, the cases (their context left out where the
-- caller's copy has the same head), the answers of known keys, the wrapped data keys of cases.
create function jiefen.engine_load(p_cases uuid[], p_heads text[], p_scopes text[], p_keys text[], p_vaults uuid[])
  returns table (legal_now timestamptz, real_now timestamptz, cases json, keys json, vaults json)
  language plpgsql volatile
  set search_path = pg_catalog, pg_temp
  set plan_cache_mode = force_generic_plan
  set enable_seqscan = off
  set enable_hashjoin = off
  set enable_mergejoin = off
as $$
begin
  legal_now := date_trunc('milliseconds', jiefen.app_now());
  real_now := date_trunc('milliseconds', clock_timestamp());
  if cardinality(p_cases) > 0 then
    cases := (
      select json_agg(json_build_array(c.id, c.head_hash, c.seq, c.version, c.case_no, c.last_at, c.closed_at,
        case when c.head_hash = i.head then null else
          json_build_object('procedure', c.procedure, 'procedureVersion', c.procedure_version, 'state', c.state, 'context', c.context, 'open', c.open_deadlines)
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

-- Writes a group of commands of different cases, all or none of each command. `n` numbers the commands from 1; `ok[n]` in the
-- answer is false for one that lost: its key was taken, its case (or a case it refers to) has moved on, its rung isn't due.
-- The advisory lock marks the attempt, so that a caller whose connection broke can wait for its end before looking.
-- Plans are kept for the life of a connection and may have been made while the tables were empty: the settings allow only those
-- that look rows up by their key, one by one, which is right at every size.
-- Long texts (event bodies, contexts, ciphers) come as one binary: `o` and `l` are where each lies in it. Read as JSON, they would be
-- lexed character by character first, which cost more than all the writing.
create function jiefen.engine_commit(
  p_attempt bigint, p_count int, p_locks json, p_rungs json, p_keys json, p_events json, p_new json, p_moved json, p_shaped json, p_deadlines json, p_documents json,
  p_outbox json, p_wakeups timestamptz[], p_vaults json, p_parties json, p_blob bytea
) returns boolean[]
  language plpgsql volatile
  set search_path = pg_catalog, pg_temp
  set plan_cache_mode = force_generic_plan
  set enable_seqscan = off
  set enable_hashjoin = off
  set enable_mergejoin = off
as $$
declare
  ok boolean[] := array_fill(true, array[p_count]);
  lost int[];
  wanted int;
  written int;
begin
  perform pg_advisory_xact_lock_shared(p_attempt);

  -- Keys first, then cases, each in sorted order: overlapping groups of several processes never wait in a circle.
  if p_keys is not null then
    with i as materialized (
      select * from json_to_recordset(p_keys) as k(n int, scope text, key text, body_hash text, command_id uuid, case_id uuid, status int, answer json, at timestamptz)
    ), taken as (
      insert into jiefen.command_keys (scope, key, body_hash, command_id, case_id, status, answer, created_at)
      select scope, key, body_hash, command_id, case_id, status, answer, at from i order by scope, key
      on conflict do nothing returning command_id
    )
    select array_agg(i.n) into lost from i where i.command_id <> all (select command_id from taken);
    for wanted in select unnest(lost) loop
      ok[wanted] := false;
    end loop;
  end if;

  if p_locks is not null then
    -- Materialized: a condition pushed down into the query would lock only the rows that it lets through.
    with locked as materialized (
      select i.n, i.head, k.head_hash
      from json_to_recordset(p_locks) as i(n int, id uuid, head text) join jiefen.cases k on k.id = i.id
      order by k.id for update of k
    )
    select array_agg(n) filter (where head_hash is distinct from head) into lost from locked;
    if p_rungs is not null then
      lost := lost || (
        select array_agg(i.n) from json_to_recordset(p_rungs) as i(n int, id uuid, version int)
        where not exists (select from jiefen.deadlines d where d.id = i.id and d.version = i.version and d.next_at <= jiefen.app_now()));
    end if;
    if cardinality(lost) > 0 then
      for wanted in select unnest(lost) loop
        ok[wanted] := false;
      end loop;
      -- A key is recorded with its outcome or not at all.
      delete from jiefen.command_keys k
        using json_to_recordset(p_keys) as i(n int, scope text, key text, command_id uuid)
        where i.n = any (lost) and k.scope = i.scope and k.key = i.key and k.command_id = i.command_id;
    end if;
  end if;

  if p_events is not null then
    insert into jiefen.events (case_id, seq, type, at, recorded_at, command_id, body, hash, prev_hash)
    select case_id, seq, type, at, recorded_at, command_id, convert_from(substr(p_blob, o, l), 'UTF8'), hash, prev_hash
    from json_to_recordset(p_events)
      as e(n int, case_id uuid, seq int, type text, at timestamptz, recorded_at timestamptz, command_id uuid, o int, l int, hash text, prev_hash text)
    where ok[n];
  end if;

  if p_new is not null then
    insert into jiefen.cases (id, case_no, query_hash, procedure, procedure_version, state, version, seq, head_hash, last_at, context, open_deadlines,
      class, route, sealed, title, category_code, division_code, county_code, city_code, province_code, holder_unit_id, lead_unit_id, viewer_unit_ids,
      keeper_user_id, channel, headcount, urgent, confidential, received_at, registered_at, closed_at, next_due_at, overdue, recorded_at)
    select id, case_no, decode(query_hash, 'hex'), procedure, procedure_version, state, version, seq, head_hash, last_at,
      convert_from(substr(p_blob, o, l), 'UTF8')::jsonb, convert_from(substr(p_blob, o2, l2), 'UTF8')::jsonb,
      class, route, sealed, title, category_code, division_code, county_code, city_code, province_code, holder_unit_id, lead_unit_id, viewer_unit_ids,
      keeper_user_id, channel, headcount, urgent, confidential, received_at, registered_at, closed_at, next_due_at, overdue, recorded_at
    from json_to_recordset(p_new) as i(n int, id uuid, case_no text, query_hash text, procedure text, procedure_version int, state text, version int,
      seq int, head_hash text, last_at timestamptz, o int, l int, o2 int, l2 int, class text, route text, sealed boolean, title text,
      category_code text, division_code text, county_code text, city_code text, province_code text, holder_unit_id uuid, lead_unit_id uuid,
      viewer_unit_ids uuid[], keeper_user_id uuid, channel text, headcount int, urgent boolean, confidential boolean, received_at timestamptz,
      registered_at timestamptz, closed_at timestamptz, next_due_at timestamptz, overdue boolean, recorded_at timestamptz)
    where ok[n];
  end if;

  if p_moved is not null then
    update jiefen.cases c set
      state = i.state, version = i.version, seq = i.seq, head_hash = i.head_hash, last_at = i.last_at,
      context = convert_from(substr(p_blob, i.o, i.l), 'UTF8')::jsonb, open_deadlines = convert_from(substr(p_blob, i.o2, i.l2), 'UTF8')::jsonb,
      holder_unit_id = i.holder_unit_id, viewer_unit_ids = i.viewer_unit_ids, keeper_user_id = i.keeper_user_id,
      closed_at = i.closed_at, next_due_at = i.next_due_at, overdue = i.overdue
    from json_to_recordset(p_moved) as i(n int, id uuid, state text, version int, seq int, head_hash text, last_at timestamptz, o int, l int,
      o2 int, l2 int, holder_unit_id uuid, viewer_unit_ids uuid[], keeper_user_id uuid, closed_at timestamptz, next_due_at timestamptz, overdue boolean)
    where c.id = i.id and ok[i.n];
  end if;

  -- What reclassifying changes; seldom.
  if p_shaped is not null then
    update jiefen.cases c set
      procedure = i.procedure, procedure_version = i.procedure_version, class = i.class, route = i.route, sealed = i.sealed,
      title = coalesce(i.title, c.title), category_code = i.category_code, division_code = i.division_code, county_code = i.county_code,
      city_code = i.city_code, province_code = i.province_code, lead_unit_id = i.lead_unit_id, urgent = i.urgent, confidential = i.confidential
    from json_to_recordset(p_shaped) as i(n int, id uuid, procedure text, procedure_version int, class text, route text, sealed boolean, title text,
      category_code text, division_code text, county_code text, city_code text, province_code text, lead_unit_id uuid, urgent boolean, confidential boolean)
    where c.id = i.id and ok[i.n];
  end if;

  if p_deadlines is not null then
    with i as materialized (
      select * from json_to_recordset(p_deadlines) as d(n int, id uuid, case_id uuid, rule text, state text, trigger_at timestamptz, rule_pack text,
        calendar_version text, extension_days int, pauses jsonb, fixed_date date, due_date date, due_at timestamptz, digest text, owner_role text,
        owner_unit_id uuid, version int, next_step int, next_at timestamptz, ladder_from timestamptz, fired_at timestamptz, done_at timestamptz,
        seq int, changed_at timestamptz)
      where ok[d.n]
    ), made as (
      insert into jiefen.deadlines (id, case_id, rule, state, trigger_at, rule_pack, calendar_version, extension_days, pauses, fixed_date, due_date, due_at,
        digest, owner_role, owner_unit_id, version, next_step, next_at, ladder_from, fired_at, done_at, armed_seq, ended_seq, changed_at)
      select id, case_id, rule, state, trigger_at, rule_pack, calendar_version, extension_days, pauses, fixed_date, due_date, due_at,
        digest, owner_role, owner_unit_id, version, next_step, next_at, ladder_from, fired_at, done_at, seq,
        case when state not in ('armed', 'paused') then seq end, changed_at
      from i where version = 1 returning 1
    ), changed as (
      update jiefen.deadlines d set
        state = i.state, trigger_at = i.trigger_at, rule_pack = i.rule_pack, calendar_version = i.calendar_version, extension_days = i.extension_days,
        pauses = i.pauses, fixed_date = i.fixed_date, due_date = i.due_date, due_at = i.due_at, digest = i.digest, owner_role = i.owner_role,
        owner_unit_id = i.owner_unit_id, version = i.version, next_step = i.next_step, next_at = i.next_at, ladder_from = i.ladder_from,
        fired_at = i.fired_at, done_at = i.done_at, changed_at = i.changed_at,
        ended_seq = coalesce(d.ended_seq, case when i.state not in ('armed', 'paused') then i.seq end)
      from i where i.version > 1 and d.id = i.id and d.version = i.version - 1 returning 1
    )
    select (select count(*) from i), (select count(*) from made) + (select count(*) from changed) into wanted, written;
    -- The case was locked and unmoved, so its deadlines are what the decision saw; anything else is a defect and must not be committed.
    if wanted <> written then
      raise exception 'a deadline is not the one that was decided on' using errcode = 'integrity_constraint_violation';
    end if;
  end if;

  if p_documents is not null then
    insert into jiefen.documents (id, case_id, seq, field, cipher, digest, created_at)
    select id, case_id, seq, field, substr(p_blob, o, l), digest, created_at
    from json_to_recordset(p_documents) as d(n int, id uuid, case_id uuid, seq int, field text, o int, l int, digest text, created_at timestamptz)
    where ok[n];
  end if;

  if p_vaults is not null then
    perform identity.store(p_vaults, coalesce(p_parties, '[]'), ok);
  end if;

  if p_outbox is not null then
    insert into jiefen.outbox (topic, case_id, seq, payload, created_at)
    select topic, case_id, seq, payload, created_at
    from json_to_recordset(p_outbox) as o(n int, topic text, case_id uuid, seq int, payload jsonb, created_at timestamptz)
    where ok[n];
  end if;

  if cardinality(p_wakeups) > 0 then
    insert into jiefen.wakeups (at) select w from unnest(p_wakeups) as w order by w on conflict do nothing;
  end if;

  return ok;
end
$$;

grant execute on function jiefen.engine_load(uuid[], text[], text[], text[], uuid[]) to jiefen_app;
grant execute on function jiefen.engine_commit(bigint, int, json, json, json, json, json, json, json, json, json, json, timestamptz[], json, json, bytea) to jiefen_app;
