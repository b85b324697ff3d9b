-- What an administrator made of a ruling on jurisdiction (Art 24): the rule of routing that it offers, taken up or not. Codes only: who rules
-- on routing reads no case.

create table jiefen.routing_rulings (
  -- The record of the dispute that ended in it.
  id             uuid primary key,
  category_code  text not null references jiefen.categories(code),
  -- The place and what lies below it.
  division_code  text not null references jiefen.divisions(code),
  -- Who is competent there for such matters, instead of the category's owner.
  function       text not null,
  accepted       boolean not null,
  reason         text not null,
  decided_by     uuid not null references jiefen.users(id),
  decided_at     timestamptz not null
);
-- One rule for one kind of matter in one place.
create unique index routing_rulings_one on jiefen.routing_rulings(category_code, division_code) where accepted;

grant select, insert on jiefen.routing_rulings to jiefen_app;
