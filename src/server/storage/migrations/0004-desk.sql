-- Since when the author waits for somebody to read what they wrote; empty when the body answered or has nothing to read.
alter table report add column author_waits_since timestamptz;

create table contact_look (
  tenant_id uuid not null references tenant (id),
  id uuid not null,
  report_id uuid not null,
  account_id uuid not null references account (id),
  at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, report_id) references report (tenant_id, id)
);
create index contact_look_report on contact_look (tenant_id, report_id);
alter table contact_look enable row level security;
alter table contact_look force row level security;
create policy own on contact_look
  using (tenant_id::text = current_setting('app.tenant', true) or current_setting('app.tenant', true) = 'every')
  with check (tenant_id::text = current_setting('app.tenant', true) or current_setting('app.tenant', true) = 'every');
