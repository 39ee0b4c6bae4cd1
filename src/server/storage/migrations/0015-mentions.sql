-- Who is named on a report may read it: found with the report, and in the lists of whoever is named.
create index mention_report on mention (tenant_id, report_id, account_id);
