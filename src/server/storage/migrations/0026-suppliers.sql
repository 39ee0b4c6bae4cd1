-- Whom the body gives work to outside: an address book, set by an administrator.
create table supplier (
  tenant_id uuid not null references tenant (id),
  id uuid not null,
  name text not null,
  email text not null,
  phone text,
  note text not null,
  active boolean not null,
  primary key (tenant_id, id)
);

-- A signed link that opens one report, as far as it was chosen, to one of them.
create table supplier_link (
  tenant_id uuid not null references tenant (id),
  id uuid not null,
  report_id uuid not null,
  name text not null,
  email text not null,
  description text not null,
  photos uuid[] not null,
  shows_place boolean not null,
  state text not null check (state in ('sent', 'accepted', 'refused', 'done')),
  state_at timestamptz not null,
  created_by uuid not null references account (id),
  created_at timestamptz not null,
  expires_at timestamptz not null,
  revoked_at timestamptz,
  used_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, report_id) references report (tenant_id, id)
);
create index supplier_link_report on supplier_link (tenant_id, report_id, id);

alter table supplier enable row level security;
alter table supplier force row level security;
create policy own on supplier
  using (tenant_id::text = current_setting('app.tenant', true) or current_setting('app.tenant', true) = 'every')
  with check (tenant_id::text = current_setting('app.tenant', true) or current_setting('app.tenant', true) = 'every');
alter table supplier_link enable row level security;
alter table supplier_link force row level security;
create policy own on supplier_link
  using (tenant_id::text = current_setting('app.tenant', true) or current_setting('app.tenant', true) = 'every')
  with check (tenant_id::text = current_setting('app.tenant', true) or current_setting('app.tenant', true) = 'every');
