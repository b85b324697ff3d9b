-- What return visits found and units put right: few among very many cases, read by everybody.
create index cases_rectifications on jiefen.cases(registered_at, id) where procedure = 'rectification';
