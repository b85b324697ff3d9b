-- A record that only lists cases (a hand-over of the duty, the days on which a leader receives people) says nothing of them: the seal of one
-- doesn't take the list away, it is no longer found in it.
create or replace function jiefen.under_seal(k jiefen.cases) returns boolean
  language sql stable
  set search_path = pg_catalog, pg_temp
as $$
  select k.sealed
    or exists (select from jiefen.cases m where m.id = k.main_case_id and m.sealed)
    or (k.class = 'RECORD' and k.procedure not in ('duty-handover', 'reception-day')
        and exists (select from jiefen.case_links l join jiefen.cases m on m.id = l.case_id where l.record_id = k.id and m.sealed))
$$;
