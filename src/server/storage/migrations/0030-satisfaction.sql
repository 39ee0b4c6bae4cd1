-- How content the author is with how it went, one to five, as they said it last.
alter table report add column stars smallint check (stars between 1 and 5);
create index report_stars_sent on report (tenant_id, stars, submitted_at, number) where stars is not null;
