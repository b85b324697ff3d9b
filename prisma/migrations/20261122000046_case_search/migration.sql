-- Words are found by the pairs of neighbouring characters of titles, those of two characters too; nobody asks for trigrams any more.
drop index jiefen.cases_title;
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
