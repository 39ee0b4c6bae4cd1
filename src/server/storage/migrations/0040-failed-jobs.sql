-- What the queue has given up and nothing else shows: an administrator sees why, and has it tried again.
create table failed_job (
  tenant_id uuid not null references tenant (id),
  id uuid not null,
  name text not null,
  payload jsonb not null,
  error text not null,
  at timestamptz not null,
  primary key (tenant_id, id)
);
alter table failed_job enable row level security;
alter table failed_job force row level security;
create policy own on failed_job
  using (tenant_id::text = current_setting('app.tenant', true) or current_setting('app.tenant', true) = 'every')
  with check (tenant_id::text = current_setting('app.tenant', true) or current_setting('app.tenant', true) = 'every');
