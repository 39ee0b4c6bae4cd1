-- The catalogue of services. What a sheet says is one document; beside it stands what it is found and joined by.
create table service (
  tenant_id uuid not null references tenant (id),
  id uuid not null,
  code text not null check (code ~ '^[a-z0-9-]{1,60}$'),
  state text not null check (state in ('draft', 'published')),
  featured boolean not null,
  sheet jsonb not null,
  title text not null,
  categories text[] not null,
  topics text[] not null,
  events text[] not null,
  responsible_id uuid,
  office_ids uuid[] not null,
  updated_at timestamptz not null,
  fts tsvector not null generated always as (
    setweight(to_tsvector('public.filo_it', sheet -> 'title'), 'A')
    || setweight(to_tsvector('public.filo_it', sheet -> 'synonyms'), 'A')
    || setweight(to_tsvector('public.filo_it', sheet -> 'description'), 'B')
    || setweight(to_tsvector('public.filo_it', sheet -> 'audience'), 'C')
    || setweight(to_tsvector('public.filo_it', sheet -> 'extended'), 'C')
    || setweight(to_tsvector('public.filo_it', sheet -> 'howTo'), 'D')
  ) stored,
  primary key (tenant_id, id),
  unique (tenant_id, code),
  foreign key (tenant_id, responsible_id) references office (tenant_id, id)
);

alter table service enable row level security;
alter table service force row level security;
create policy own on service
  using (tenant_id::text = current_setting('app.tenant', true) or current_setting('app.tenant', true) = 'every')
  with check (tenant_id::text = current_setting('app.tenant', true) or current_setting('app.tenant', true) = 'every');
