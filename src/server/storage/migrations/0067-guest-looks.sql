-- Looks at whoever comes by appointment are kept beside those at the authors of reports.
alter table contact_look
  alter column report_id drop not null,
  add column appointment_id uuid,
  add foreign key (tenant_id, appointment_id) references appointment (tenant_id, id),
  add check (num_nonnulls(report_id, appointment_id) = 1);
