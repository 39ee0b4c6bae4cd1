-- The rules by which a body's reports find their office: one list, in its order.
create table routing (
  tenant_id uuid not null references tenant (id),
  rules jsonb not null,
  primary key (tenant_id)
);
alter table routing enable row level security;
alter table routing force row level security;
create policy own on routing
  using (tenant_id::text = current_setting('app.tenant', true) or current_setting('app.tenant', true) = 'every')
  with check (tenant_id::text = current_setting('app.tenant', true) or current_setting('app.tenant', true) = 'every');
