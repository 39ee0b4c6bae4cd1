-- Frequent questions and their answers; those about no category and no service are for everybody.
create table faq (
  tenant_id uuid not null references tenant (id),
  id uuid not null,
  question jsonb not null,
  answer jsonb not null,
  category text,
  service_id uuid,
  position double precision not null,
  published boolean not null,
  fts tsvector generated always as (
    setweight(to_tsvector('public.filo_it', (question ->> 'it') || ' ' || coalesce(question ->> 'en', '')), 'A')
    || setweight(to_tsvector('public.filo_it', (answer ->> 'it') || ' ' || coalesce(answer ->> 'en', '')), 'C')
  ) stored,
  primary key (tenant_id, id),
  foreign key (tenant_id, service_id) references service (tenant_id, id)
);
alter table faq enable row level security;
alter table faq force row level security;
create policy own on faq
  using (tenant_id::text = current_setting('app.tenant', true) or current_setting('app.tenant', true) = 'every')
  with check (tenant_id::text = current_setting('app.tenant', true) or current_setting('app.tenant', true) = 'every');

-- How many said that an answer helped, and that it did not; nobody knows who.
create table faq_help (
  tenant_id uuid not null references tenant (id),
  faq_id uuid not null,
  helped integer not null default 0,
  unhelped integer not null default 0,
  primary key (tenant_id, faq_id)
);
alter table faq_help enable row level security;
alter table faq_help force row level security;
create policy own on faq_help
  using (tenant_id::text = current_setting('app.tenant', true) or current_setting('app.tenant', true) = 'every')
  with check (tenant_id::text = current_setting('app.tenant', true) or current_setting('app.tenant', true) = 'every');
