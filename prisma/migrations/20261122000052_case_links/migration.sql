-- Records beside cases (a joint meeting, its resolution): which cases each is about, for the pages of both. Written by the row itself, in the
-- transaction that writes it, so that no link can be missing.

create table jiefen.case_links (
  case_id    uuid not null,
  record_id  uuid not null,
  primary key (case_id, record_id)
);
create index case_links_record on jiefen.case_links(record_id);

create function jiefen.link_record() returns trigger language plpgsql as $$
begin
  insert into jiefen.case_links(case_id, record_id)
  select about::uuid, new.id from jsonb_array_elements_text(coalesce(new.context::jsonb->'memo'->'about', '[]')) about
  on conflict do nothing;
  return null;
end $$;

-- The condition is all that other rows pay.
create trigger case_linked_first after insert on jiefen.cases for each row when (new.class = 'RECORD') execute function jiefen.link_record();
create trigger case_linked after update on jiefen.cases for each row when (new.class = 'RECORD' and new.context is distinct from old.context)
  execute function jiefen.link_record();

-- The registers of records: few rows among very many.
create index cases_records on jiefen.cases(procedure, registered_at) where class = 'RECORD';

grant select, insert on jiefen.case_links to jiefen_app;
