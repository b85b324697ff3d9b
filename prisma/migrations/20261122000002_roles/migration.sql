-- Two roles that nobody logs in as. The application switches to jiefen_app, which owns nothing; jiefen_identity owns the identity
-- schema, so that only its audited functions reach a petitioner's name. Roles belong to the cluster: creating them twice is no error.
do $$
declare
  wanted text;
begin
  foreach wanted in array array['jiefen_app', 'jiefen_identity'] loop
    begin
      if not exists (select from pg_roles where rolname = wanted) then
        execute format('create role %I nologin nosuperuser nocreatedb nocreaterole noinherit', wanted);
      end if;
    exception when duplicate_object or unique_violation then
      null; -- another database of the cluster was quicker
    end;
    -- A role with CREATEROLE administers what it created but isn't a member of it (PostgreSQL 16); a superuser always may.
    -- Being a member of an owner (or inheriting from it) is no permission for the application: it is jiefen_app after the switch.
    if not pg_has_role(current_user, wanted, 'member') then
      execute format('grant %I to %I', wanted, current_user);
    end if;
  end loop;
end
$$;

grant usage on schema jiefen to jiefen_app;

-- Nothing is granted to everybody: functions are executable by PUBLIC unless that is taken away.
alter default privileges revoke execute on functions from public;
revoke execute on function jiefen.app_now() from public;
grant execute on function jiefen.app_now() to jiefen_app;

-- Read everything of the jiefen schema; write only what the application writes.
grant select on all tables in schema jiefen to jiefen_app;

grant insert on
  jiefen.divisions, jiefen.units, jiefen.categories, jiefen.users, jiefen.sessions, jiefen.throttles, jiefen.calendars,
  jiefen.cases, jiefen.events, jiefen.deadlines, jiefen.documents, jiefen.command_keys, jiefen.rung_failures,
  jiefen.outbox, jiefen.wakeups, jiefen.processed, jiefen.dead_letters, jiefen.notices, jiefen.notice_reads,
  jiefen.case_reads, jiefen.audit_log, jiefen.imports, jiefen.installation
  to jiefen_app;

grant update on
  jiefen.divisions, jiefen.units, jiefen.categories, jiefen.users, jiefen.sessions, jiefen.throttles, jiefen.app_clock,
  jiefen.cases, jiefen.deadlines, jiefen.rung_failures, jiefen.outbox, jiefen.wakeups, jiefen.dead_letters,
  jiefen.case_reads, jiefen.notice_reads
  to jiefen_app;

-- What has served its time. Never a case, an event, a deadline, a document, a notice, an audit row.
grant delete on
  jiefen.sessions, jiefen.throttles, jiefen.command_keys, jiefen.rung_failures, jiefen.outbox, jiefen.wakeups, jiefen.processed
  to jiefen_app;

grant usage on all sequences in schema jiefen to jiefen_app;

-- ── append-only ─────────────────────────────────────────────────────────────────────────────────────────────────
create function jiefen.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% on %.% is refused: it is append-only', tg_op, tg_table_schema, tg_table_name using errcode = 'insufficient_privilege';
end
$$;

create trigger events_append_only before update or delete or truncate on jiefen.events
  for each statement execute function jiefen.refuse_change();
alter table jiefen.events enable always trigger events_append_only;

create trigger documents_append_only before update or delete or truncate on jiefen.documents
  for each statement execute function jiefen.refuse_change();
alter table jiefen.documents enable always trigger documents_append_only;

create trigger audit_log_append_only before update or delete or truncate on jiefen.audit_log
  for each statement execute function jiefen.refuse_change();
alter table jiefen.audit_log enable always trigger audit_log_append_only;
