-- Words are looked for in all bodies at once and the body's own picked out: with the body in it, the index of a body of a million reports
-- reads them all for each search.
drop index report_search;
create index report_search on report using gin (fts);
