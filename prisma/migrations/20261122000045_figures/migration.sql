-- Everything ends at 24:00, so tens of thousands of rungs share an instant. With the whole order in the index a page of them is read from it;
-- with the instant alone all of them were sorted for every page.
create index deadlines_due on jiefen.deadlines(next_at, next_step, id) where next_at is not null;
drop index jiefen.deadlines_next;
