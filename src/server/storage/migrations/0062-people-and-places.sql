-- What everybody may know of an office besides: of which type it is, and how else it is reached.
alter table office
  add column kind text not null default 'office' check (kind in ('area', 'office', 'executive', 'assembly', 'committee', 'library',
    'museum', 'company', 'agency', 'foundation', 'school', 'cultural_centre')),
  add column points jsonb not null default '[]';

-- Where the body can be met, and which offices are found there.
create table venue (
  tenant_id uuid not null references tenant (id),
  id uuid not null,
  code text not null,
  name jsonb not null,
  description jsonb not null,
  access jsonb not null,
  address text not null,
  postcode text not null,
  longitude double precision not null,
  latitude double precision not null,
  opening jsonb,
  hours jsonb not null,
  points jsonb not null,
  active boolean not null,
  primary key (tenant_id, id),
  unique (tenant_id, code)
);

create table venue_office (
  tenant_id uuid not null,
  venue_id uuid not null,
  office_id uuid not null,
  primary key (tenant_id, venue_id, office_id),
  foreign key (tenant_id, venue_id) references venue (tenant_id, id) on delete cascade,
  foreign key (tenant_id, office_id) references office (tenant_id, id)
);

-- Who works for the body, as everybody may know them; apart from accounts, which say what somebody may do.
create table profile (
  tenant_id uuid not null references tenant (id),
  id uuid not null,
  code text not null,
  first_name text not null,
  last_name text not null,
  competences jsonb not null,
  points jsonb not null,
  account_id uuid references account (id) on delete set null,
  active boolean not null,
  primary key (tenant_id, id),
  unique (tenant_id, code),
  unique (tenant_id, account_id)
);

create table post (
  tenant_id uuid not null,
  profile_id uuid not null,
  position smallint not null,
  office_id uuid not null,
  title jsonb not null,
  in_charge boolean not null,
  primary key (tenant_id, profile_id, position),
  foreign key (tenant_id, profile_id) references profile (tenant_id, id) on delete cascade,
  foreign key (tenant_id, office_id) references office (tenant_id, id)
);

alter table venue enable row level security;
alter table venue force row level security;
create policy own on venue
  using (tenant_id::text = current_setting('app.tenant', true) or current_setting('app.tenant', true) = 'every')
  with check (tenant_id::text = current_setting('app.tenant', true) or current_setting('app.tenant', true) = 'every');
alter table venue_office enable row level security;
alter table venue_office force row level security;
create policy own on venue_office
  using (tenant_id::text = current_setting('app.tenant', true) or current_setting('app.tenant', true) = 'every')
  with check (tenant_id::text = current_setting('app.tenant', true) or current_setting('app.tenant', true) = 'every');
alter table profile enable row level security;
alter table profile force row level security;
create policy own on profile
  using (tenant_id::text = current_setting('app.tenant', true) or current_setting('app.tenant', true) = 'every')
  with check (tenant_id::text = current_setting('app.tenant', true) or current_setting('app.tenant', true) = 'every');
alter table post enable row level security;
alter table post force row level security;
create policy own on post
  using (tenant_id::text = current_setting('app.tenant', true) or current_setting('app.tenant', true) = 'every')
  with check (tenant_id::text = current_setting('app.tenant', true) or current_setting('app.tenant', true) = 'every');
