-- A surname by which somebody who calls is found again: a plain column, because behind a read policy PostgreSQL uses no index over a
-- function of the row. The two indexes over functions are used by nobody for the same reason.
alter table author add column name_key text collate "C" generated always as (lower(last_name)) stored;
create index author_name on author (tenant_id, name_key) where name_key is not null;
drop index if exists author_email;
drop index if exists author_phone;
