-- What people wrote in the registers of yellow cards and supervision groups lies sealed, as every free text does; the application has the
-- keys. These registers have not been released, so that nothing is carried over.

alter table jiefen.yellow_cards drop column reason, drop column lift_reason, add column reason bytea not null, add column lift_reason bytea;
alter table jiefen.supervision_group_minutes drop column summary, add column summary bytea not null;
alter table jiefen.supervision_groups add column dissolve_reason bytea;
grant update (lift_reason) on jiefen.yellow_cards to jiefen_app;
grant update (dissolve_reason) on jiefen.supervision_groups to jiefen_app;

-- A joint meeting is over when what it resolved was carried out (Art 13). The command counts before it is decided; whatever is resolved, or
-- concluded, at the same moment waits for the meeting's row here, so that neither passes the other.
create function jiefen.resolve_in_meeting() returns trigger language plpgsql security definer set search_path = jiefen, pg_temp as $$
begin
  perform 1 from jiefen.cases m
    where m.id = (new.context::jsonb->'memo'->'resolution'->>'meetingId')::uuid and m.closed_at is null for share;
  if not found then
    raise exception 'the meeting is over' using errcode = '40001';
  end if;
  return null;
end $$;
create trigger resolved_in_meeting after insert on jiefen.cases for each row
  when (new.class = 'RECORD' and new.procedure = 'resolution') execute function jiefen.resolve_in_meeting();

create function jiefen.conclude_meeting() returns trigger language plpgsql security definer set search_path = jiefen, pg_temp as $$
begin
  if exists (select from jiefen.case_links l join jiefen.cases r on r.id = l.record_id
              where l.case_id = new.id and r.procedure = 'resolution' and r.closed_at is null) then
    raise exception 'a resolution of the meeting is open' using errcode = '40001';
  end if;
  return null;
end $$;
create trigger concluded_meeting after update on jiefen.cases for each row
  when (new.class = 'RECORD' and new.procedure = 'joint-meeting' and new.state = 'concluded' and old.state <> 'concluded')
  execute function jiefen.conclude_meeting();
