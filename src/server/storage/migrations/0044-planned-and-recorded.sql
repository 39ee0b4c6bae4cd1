-- What is planned for a day, to walk the round of it, and what somebody wrote down for others: each few among all reports.
create index report_planned on report (tenant_id, planned_for, number) where planned_for is not null;
create index report_recorded_sent on report (tenant_id, recorded_by, submitted_at, number) where recorded_by is not null;
