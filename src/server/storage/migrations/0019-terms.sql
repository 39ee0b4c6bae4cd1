-- When the platform looks at a report's terms next: its own row says so, whatever calendar and clocks do in between.
alter table report add column notice_at timestamptz;
create index report_notice on report (notice_at, tenant_id) where notice_at is not null;
set local app.tenant = 'every';
update report set notice_at = now() where closed_at is null and paused_at is null;
