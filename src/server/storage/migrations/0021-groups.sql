-- How far apart, in metres on the ground, two reports of a category may lie and still tell of one problem.
alter table category add column like_metres integer not null default 150 check (like_metres between 10 and 5000);

-- What is open, whatever its category, by place; and what is open without one, newest first.
create index report_open_place on report using gist (tenant_id, xy)
  where stage in ('submitted', 'in_charge', 'planned', 'waiting', 'with_others', 'worked');
create index report_open_placeless on report (tenant_id, category_id, number desc)
  where xy is null and stage in ('submitted', 'in_charge', 'planned', 'waiting', 'with_others', 'worked');

-- Two reports that have to do with each other: one row a pair, whichever way it is looked at.
create table report_relation (
  tenant_id uuid not null references tenant (id),
  low_id uuid not null,
  high_id uuid not null,
  note text not null,
  account_id uuid not null references account (id),
  at timestamptz not null,
  primary key (tenant_id, low_id, high_id),
  foreign key (tenant_id, low_id) references report (tenant_id, id),
  foreign key (tenant_id, high_id) references report (tenant_id, id),
  check (low_id < high_id)
);
create index report_relation_high on report_relation (tenant_id, high_id);
alter table report_relation enable row level security;
alter table report_relation force row level security;
create policy own on report_relation
  using (tenant_id::text = current_setting('app.tenant', true) or current_setting('app.tenant', true) = 'every')
  with check (tenant_id::text = current_setting('app.tenant', true) or current_setting('app.tenant', true) = 'every');
