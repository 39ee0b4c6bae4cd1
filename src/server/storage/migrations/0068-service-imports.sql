-- What was brought in from a file of the catalogue: the key is made by whoever sends, so that the same sent twice is one.
create table service_import (
  tenant_id uuid not null references tenant (id),
  key uuid not null,
  account_id uuid references account (id),
  at timestamptz not null,
  made integer not null,
  changed integer not null,
  primary key (tenant_id, key)
);

alter table service_import enable row level security;
alter table service_import force row level security;
create policy own on service_import
  using (tenant_id::text = current_setting('app.tenant', true) or current_setting('app.tenant', true) = 'every')
  with check (tenant_id::text = current_setting('app.tenant', true) or current_setting('app.tenant', true) = 'every');
