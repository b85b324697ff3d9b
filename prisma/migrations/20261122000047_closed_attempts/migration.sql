-- A statement may reach the server long after its connection broke and its caller was told something else. So before he decides again, he
-- closes the attempt: whatever still comes of it changes nothing.
create table jiefen.closed_attempts (
  attempt   bigint primary key,
  closed_at timestamptz not null default now()
);
grant select, insert, delete on jiefen.closed_attempts to jiefen_app;

-- Waits for the attempt's transaction, which holds the same lock; then the attempt has ended or will never begin.
create function jiefen.close_attempt(p_attempt bigint) returns void
  language plpgsql volatile
  set search_path = pg_catalog, pg_temp
as $$
begin
  perform pg_advisory_xact_lock(p_attempt);
  insert into jiefen.closed_attempts (attempt) values (p_attempt) on conflict do nothing;
end
$$;
revoke execute on function jiefen.close_attempt(bigint) from public;
grant execute on function jiefen.close_attempt(bigint) to jiefen_app;

-- As it was, but for the closed attempts.
create or replace function jiefen.engine_commit(
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
  if exists (select from jiefen.closed_attempts where attempt = p_attempt) then
    ok := array_fill(false, array[p_count]);
    return;
  end if;

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
