-- A record beside a case shares its seal, whatever the record says of itself: one that belongs to it, and one that is about it. A hand-over of
-- the duty lists what is open and says nothing of it.
create function jiefen.under_seal(k jiefen.cases) returns boolean
  language sql stable
  set search_path = pg_catalog, pg_temp
as $$
  select k.sealed
    or exists (select from jiefen.cases m where m.id = k.main_case_id and m.sealed)
    or (k.class = 'RECORD' and k.procedure <> 'duty-handover'
        and exists (select from jiefen.case_links l join jiefen.cases m on m.id = l.case_id where l.record_id = k.id and m.sealed))
$$;
revoke execute on function jiefen.under_seal(jiefen.cases) from public;
grant execute on function jiefen.under_seal(jiefen.cases) to jiefen_app;
