-- 发文登记簿: the number of every official letter but those of sealed cases, which leave no trace in ordinary numbering (Art 30(3)).
-- A number is taken in the transaction of the event that it stands in, and only the next one can be: the register has no gaps.
create table jiefen.letter_counters (
  unit_id  uuid not null references jiefen.units(id),
  word     text not null,             -- 代字: names the kind of letter
  year     smallint not null,
  last     int not null check (last > 0),
  primary key (unit_id, word, year)
);

create table jiefen.letter_register (
  unit_id      uuid not null,
  word         text not null,
  year         smallint not null,
  number       int not null,
  case_id      uuid not null,
  seq          int not null,          -- the event that made the letter
  letter_kind  text not null,
  of_seq       int not null,          -- the event that it tells of: one letter of a kind each
  primary key (unit_id, word, year, number),
  unique (case_id, letter_kind, of_seq),
  foreign key (unit_id, word, year) references jiefen.letter_counters(unit_id, word, year)
);

grant select on jiefen.letter_counters, jiefen.letter_register to jiefen_app;

create trigger letter_register_append_only before update or delete or truncate on jiefen.letter_register
  for each statement execute function jiefen.refuse_change();
alter table jiefen.letter_register enable always trigger letter_register_append_only;

-- The owner's, so that the application can't write into the register past an event. A number that somebody else took meanwhile, or that
-- would leave a gap, is a unique violation: the whole command is undone and sent again with the next number.
create function jiefen.register_letter() returns trigger language plpgsql security definer set search_path = jiefen, pg_temp as $$
declare
  said  jsonb := new.body::jsonb #> '{facts,0,data}';
  taken int := (said ->> 'number')::int;
begin
  if taken is null then
    return null;
  end if;
  if taken = 1 then
    insert into letter_counters values ((said ->> 'unitId')::uuid, said ->> 'word', (said ->> 'year')::smallint, 1) on conflict do nothing;
  else
    update letter_counters set last = taken
      where unit_id = (said ->> 'unitId')::uuid and word = said ->> 'word' and year = (said ->> 'year')::smallint and last = taken - 1;
  end if;
  if not found then
    raise exception 'number % is not the next one of this register', taken using errcode = 'unique_violation';
  end if;
  insert into letter_register values ((said ->> 'unitId')::uuid, said ->> 'word', (said ->> 'year')::smallint, taken,
    new.case_id, new.seq, said ->> 'letterKind', (said ->> 'of')::int);
  return null;
end
$$;
revoke execute on function jiefen.register_letter() from public;

-- The condition is looked at before anything is called: other events pay nothing.
create trigger events_register_letters after insert on jiefen.events
  for each row when (new.type = 'letter.made') execute function jiefen.register_letter();

-- Who took which letter's file when. A log of its own: the log of administration is read by people who may not know of sealed cases.
create table jiefen.letter_reads (
  id           bigint generated always as identity primary key,
  case_id      uuid not null,
  document_id  uuid not null,
  user_id      uuid not null,
  unit_id      uuid,
  at           timestamptz not null default now()
);
create index letter_reads_case on jiefen.letter_reads(case_id);
grant select, insert on jiefen.letter_reads to jiefen_app;

create trigger letter_reads_append_only before update or delete or truncate on jiefen.letter_reads
  for each statement execute function jiefen.refuse_change();
alter table jiefen.letter_reads enable always trigger letter_reads_append_only;
