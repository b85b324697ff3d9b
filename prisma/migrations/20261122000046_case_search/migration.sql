-- Search by words of two characters, which most Chinese words have: trigrams find none of them. Each pair of neighbouring characters is an
-- entry; a longer word is found by all of its pairs and then compared. Its price tells the planner to compare first: then few are cut up.
create function jiefen.bigrams(p_text text) returns text[] language plpgsql immutable strict parallel safe cost 20
as $$
declare
  t text := lower(p_text);
  pairs text[] := '{}';
begin
  for i in 1 .. char_length(t) - 1 loop
    pairs := pairs || substr(t, i, 2);
  end loop;
  return pairs;
end
$$;
grant execute on function jiefen.bigrams(text) to jiefen_app;
create index cases_title_pairs on jiefen.cases using gin (jiefen.bigrams(title)) with (gin_pending_list_limit = 128);
-- Half of all titles may share a pair like 问题, few one like 电梯: the planner has to know which.
alter index jiefen.cases_title_pairs alter column 1 set statistics 1000;

-- A case number is known by its last digits.
create index cases_no_end on jiefen.cases (reverse(case_no) text_pattern_ops);

-- Work lists. What is open is little, however many cases there have been.
create index cases_open on jiefen.cases (received_at, id) where closed_at is null;
create index cases_registered on jiefen.cases (registered_at, id);
-- What is due next and what is overdue, in the order of the lists. The deadlines have it in an index: on the cases, where these columns
-- change with many steps, it would cost each of them a new entry in every index. Rights that merely lapse make nobody late.
create index deadlines_running on jiefen.deadlines (due_at, case_id) where state = 'armed';
create index deadlines_overdue on jiefen.deadlines (case_id)
  where state = 'fired' and done_at is null and rule not in ('PET-OBJECT', 'PET-RECHECK-REQ', 'PET-REVIEW-REQ');
