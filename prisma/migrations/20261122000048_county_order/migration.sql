-- A county's cases in the order they are listed in. None of these columns changes with a step, so an update still touches no index.
create index cases_county on jiefen.cases (county_code, received_at, id);
