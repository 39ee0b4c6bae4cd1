-- What somebody is writing about a report and has not sent: one text for each of the report's forms.
create table reply_draft (
  tenant_id uuid not null references tenant (id),
  report_id uuid not null,
  account_id uuid not null references account (id) on delete cascade,
  form text not null,
  text text not null,
  at timestamptz not null,
  primary key (tenant_id, report_id, account_id, form),
  foreign key (tenant_id, report_id) references report (tenant_id, id)
);
create index reply_draft_at on reply_draft (tenant_id, at);
alter table reply_draft enable row level security;
alter table reply_draft force row level security;
create policy own on reply_draft
  using (tenant_id::text = current_setting('app.tenant', true) or current_setting('app.tenant', true) = 'every')
  with check (tenant_id::text = current_setting('app.tenant', true) or current_setting('app.tenant', true) = 'every');
