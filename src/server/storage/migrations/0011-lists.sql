-- How a list goes: what is open before what is closed, and among these the most pressing first. Kept with the report, so that an
-- index serves order and page alike.
alter table report
  add column closed boolean not null generated always as (stage in ('resolved', 'declined', 'withdrawn')) stored,
  add column pressing smallint not null generated always as (
    3 - priority + case when stage in ('resolved', 'declined', 'withdrawn') then 4 else 0 end
  ) stored;

-- The orders of a list, for all reports and for the few that are open.
create index report_pressing on report (tenant_id, pressing, resolution_due, number);
create index report_due on report (tenant_id, closed, resolution_due, number);
create index report_changed on report (tenant_id, updated_at, number);
create index report_sent on report (tenant_id, submitted_at, number);
create index report_open_sent on report (tenant_id, submitted_at, number) where not closed;
drop index report_updated;
drop index report_submitted;

-- What a list is narrowed to, each with its newest first.
create index report_stage_sent on report (tenant_id, stage, submitted_at, number);
create index report_category_sent on report (tenant_id, category_id, submitted_at, number);
create index report_area_sent on report (tenant_id, area_id, submitted_at, number);
create index report_owner_sent on report (tenant_id, owner_office_id, submitted_at, number);
create index report_routed_sent on report (tenant_id, routed_office_id, submitted_at, number);
create index report_responsible_sent on report (tenant_id, (coalesce(owner_office_id, routed_office_id)), submitted_at, number);
create index report_person_sent on report (tenant_id, owner_person_id, submitted_at, number) where owner_person_id is not null;
create index report_priority_sent on report (tenant_id, priority, submitted_at, number) where priority <> 1;
create index report_channel_sent on report (tenant_id, channel, submitted_at, number) where channel <> 'web';
create index report_observer_office on report_observer (tenant_id, office_id, report_id);
drop index report_stage_newest;
drop index report_owner_newest;
drop index report_routed_newest;
drop index report_person_newest;

create index inbox_entry_due on inbox_entry (tenant_id, bucket, due, number);
