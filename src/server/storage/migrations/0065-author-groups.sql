-- Groups of authors, known by their mail: addresses, and whole domains as '@scuola.example'. Rules ask for them.
create table author_group (
  tenant_id uuid not null references tenant (id),
  id uuid not null,
  name text not null,
  description text not null,
  primary key (tenant_id, id)
);
create unique index author_group_name on author_group (tenant_id, lower(name));

create table author_group_member (
  tenant_id uuid not null,
  author_group_id uuid not null,
  address text not null check (address = lower(address)),
  primary key (tenant_id, author_group_id, address),
  foreign key (tenant_id, author_group_id) references author_group (tenant_id, id) on delete cascade
);
create index author_group_member_address on author_group_member (tenant_id, address);

alter table author_group enable row level security;
alter table author_group force row level security;
create policy own on author_group
  using (tenant_id::text = current_setting('app.tenant', true) or current_setting('app.tenant', true) = 'every')
  with check (tenant_id::text = current_setting('app.tenant', true) or current_setting('app.tenant', true) = 'every');
alter table author_group_member enable row level security;
alter table author_group_member force row level security;
create policy own on author_group_member
  using (tenant_id::text = current_setting('app.tenant', true) or current_setting('app.tenant', true) = 'every')
  with check (tenant_id::text = current_setting('app.tenant', true) or current_setting('app.tenant', true) = 'every');
