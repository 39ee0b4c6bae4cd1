-- The nearest street is asked of its whole line, not of its middle: the box around the line is a lower bound of the distance.
set local app.tenant = 'every';
drop index street_near;
alter table street add column extent box;
update street set extent = box(xy, xy);
alter table street alter column extent set not null;
alter table street drop column xy;
create index street_near on street using gist (tenant_id, extent);

-- How many were resolved of late, said on the first page.
create index report_resolved on report (tenant_id, closed_at) where stage = 'resolved';
