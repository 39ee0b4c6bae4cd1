-- Whoever says whether an answer helped is counted once a day: known by a hash under the day's salt, and forgotten with the day.
create table faq_help_said (
  tenant_id uuid not null references tenant (id),
  day date not null,
  faq_id uuid not null,
  teller text not null,
  said text not null check (said in ('helped', 'unhelped')),
  primary key (tenant_id, day, faq_id, teller)
);
alter table faq_help_said enable row level security;
alter table faq_help_said force row level security;
create policy own on faq_help_said
  using (tenant_id::text = current_setting('app.tenant', true) or current_setting('app.tenant', true) = 'every')
  with check (tenant_id::text = current_setting('app.tenant', true) or current_setting('app.tenant', true) = 'every');
