-- Cases that a process doesn't remember are sent as the text they are stored as: built of JSON values they were parsed and copied four times,
-- a quarter of what such a reading costs. Nothing put between quotes here holds a character that JSON would escape.
drop function jiefen.engine_load(uuid[], text[], text[], text[], uuid[]);
create function jiefen.engine_load(p_cases uuid[], p_heads text[], p_scopes text[], p_keys text[], p_vaults uuid[])
  returns table (manual timestamptz, real_now timestamptz, cases text, keys json, vaults json)
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
      select '[' || string_agg('["' || c.id || '","' || c.head_hash || '",' || c.seq || ',' || c.version || ',"' || c.case_no || '",'
        || to_json(c.last_at) || ',' || coalesce(to_json(c.closed_at)::text, 'null') || ','
        || case when c.head_hash = i.head then 'null' else
          '{"procedure":"' || c.procedure || '","procedureVersion":' || c.procedure_version || ',"state":"' || c.state
            || '","context":' || c.context || ',"open":' || c.open_deadlines || '}'
        end || ']', ',') || ']'
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
revoke execute on function jiefen.engine_load(uuid[], text[], text[], text[], uuid[]) from public;
grant execute on function jiefen.engine_load(uuid[], text[], text[], text[], uuid[]) to jiefen_app;
