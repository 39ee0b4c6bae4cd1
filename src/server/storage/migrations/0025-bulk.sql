-- One change asked for many reports at once: what it is, of which reports, and what became of each.
create table bulk_run (
  tenant_id uuid not null references tenant (id),
  id uuid not null,
  account_id uuid not null references account (id),
  change jsonb not null,
  state text not null check (state in ('previewed', 'running', 'stopped', 'finished')),
  at timestamptz not null,
  ended_at timestamptz,
  primary key (tenant_id, id)
);
create index bulk_run_account on bulk_run (tenant_id, account_id, id desc);
alter table bulk_run enable row level security;
alter table bulk_run force row level security;
create policy own on bulk_run
  using (tenant_id::text = current_setting('app.tenant', true) or current_setting('app.tenant', true) = 'every')
  with check (tenant_id::text = current_setting('app.tenant', true) or current_setting('app.tenant', true) = 'every');

create table bulk_item (
  tenant_id uuid not null references tenant (id),
  run_id uuid not null,
  report_id uuid not null,
  number bigint not null,
  -- The version that the preview saw: what changed since is refused, not changed unseen.
  version integer not null,
  state text not null check (state in ('waiting', 'done', 'refused')),
  refusal text,
  primary key (tenant_id, run_id, report_id),
  foreign key (tenant_id, run_id) references bulk_run (tenant_id, id),
  foreign key (tenant_id, report_id) references report (tenant_id, id)
);
create index bulk_item_waiting on bulk_item (tenant_id, run_id, number) where state = 'waiting';
alter table bulk_item enable row level security;
alter table bulk_item force row level security;
create policy own on bulk_item
  using (tenant_id::text = current_setting('app.tenant', true) or current_setting('app.tenant', true) = 'every')
  with check (tenant_id::text = current_setting('app.tenant', true) or current_setting('app.tenant', true) = 'every');
