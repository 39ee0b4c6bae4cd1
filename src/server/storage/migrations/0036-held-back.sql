-- A report with a blocked word waits for the desk instead of being refused unseen.
alter table report add column held_back boolean not null default false;

set local app.tenant = 'every';
-- Those that a word refused and that nobody has decided since.
update report set held_back = true, moderation = 'pending'
where report.moderation = 'rejected' and (
  select report_event.detail ? 'words' from report_event
  where report_event.tenant_id = report.tenant_id and report_event.report_id = report.id and report_event.kind = 'moderated'
  order by report_event.id desc limit 1
);

-- They lie now where the desk is asked to look.
with asked as (
  insert into inbox_entry (tenant_id, report_id, bucket, office_id, person_id, rank, due, number)
  select report.tenant_id, report.id, 'moderate', coalesce(report.owner_office_id, report.routed_office_id),
    report.owner_person_id, 3 - report.priority, report.resolution_due, report.number
  from report
  join tenant on tenant.id = report.tenant_id
  join category on category.tenant_id = report.tenant_id and category.id = report.category_id
  cross join lateral (select coalesce(category.publication, tenant.settings ->> 'publication') as policy) as body
  where report.held_back and report.moderation = 'pending' and report.consent and report.stage <> 'withdrawn'
    and body.policy <> 'never' and not (body.policy = 'after_approval' and report.stage = 'submitted')
  on conflict do nothing
  returning inbox_entry.tenant_id, inbox_entry.office_id, inbox_entry.person_id
)
insert into inbox_count (tenant_id, office_id, person_id, bucket, reports)
  select asked.tenant_id, asked.office_id, coalesce(asked.person_id, '00000000-0000-0000-0000-000000000000'), 'moderate', count(*)
  from asked group by 1, 2, 3
on conflict (tenant_id, office_id, person_id, bucket) do update set reports = inbox_count.reports + excluded.reports;
