-- Everything that a body sets for itself, change by change: who, when, before and after..
create table setting_change (
  tenant_id uuid not null references tenant (id),
  id uuid not null,
  subject text not null,
  subject_id uuid not null,
  version integer not null,
  account_id uuid references account (id),
  at timestamptz not null,
  before jsonb,
  after jsonb,
  primary key (tenant_id, id),
  unique (tenant_id, subject, subject_id, version)
);
create index setting_change_at on setting_change (tenant_id, at desc, id desc);
alter table setting_change enable row level security;
alter table setting_change force row level security;
create policy own on setting_change
  using (tenant_id::text = current_setting('app.tenant', true) or current_setting('app.tenant', true) = 'every')
  with check (tenant_id::text = current_setting('app.tenant', true) or current_setting('app.tenant', true) = 'every');
