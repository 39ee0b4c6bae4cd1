-- What the body changed because of what people said with their ratings; of no subject it concerns them all.
create table improvement (
  tenant_id uuid not null references tenant (id),
  id uuid not null,
  subject_id uuid,
  day date not null,
  text jsonb not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, subject_id) references rating_subject (tenant_id, id)
);
create index improvement_subjects on improvement (tenant_id, subject_id, day desc);
alter table improvement enable row level security;
alter table improvement force row level security;
create policy own on improvement
  using (tenant_id::text = current_setting('app.tenant', true) or current_setting('app.tenant', true) = 'every')
  with check (tenant_id::text = current_setting('app.tenant', true) or current_setting('app.tenant', true) = 'every');
