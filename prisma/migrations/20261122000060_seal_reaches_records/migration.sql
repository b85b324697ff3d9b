-- A case that comes under seal takes the records beside it with it: nobody may know of them any more, so that no clock of theirs is kept.
-- They are told in the transaction that seals it, by the same table and relay as whatever else follows for another case.
create function jiefen.seal_records() returns trigger language plpgsql security definer set search_path = jiefen, pg_temp as $$
begin
  insert into jiefen.outbox (topic, case_id, seq, payload, created_at)
  select 'record', new.id, new.seq,
         jsonb_build_object('opens', '[]'::jsonb, 'sends', jsonb_agg(jsonb_build_object(
           'caseId', r.id, 'type', 'STOP_RECORD', 'payload', jsonb_build_object('mainCaseId', new.id)) order by r.id)),
         clock_timestamp()
    from jiefen.cases r
   where r.closed_at is null and r.procedure <> 'duty-handover'
     and (r.main_case_id = new.id or r.id in (select l.record_id from jiefen.case_links l where l.case_id = new.id))
  having count(*) > 0;
  return null;
end $$;
-- The condition is all that other rows pay.
create trigger records_sealed after update on jiefen.cases for each row when (new.sealed and not old.sealed)
  execute function jiefen.seal_records();
