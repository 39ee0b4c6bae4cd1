-- Pictures and documents that a body shows with what it says of itself. Their ids are made of their names and contents.
create table body_file (
  tenant_id uuid not null references tenant (id),
  id uuid not null,
  kind text not null check (kind in ('picture', 'document')),
  name text not null,
  media_type text not null,
  bytes integer not null,
  width integer,
  height integer,
  storage_key text not null,
  at timestamptz not null,
  account_id uuid references account (id),
  -- When somebody last uploaded it, or changed what names it.
  seen_at timestamptz not null,
  primary key (tenant_id, id),
  check ((kind = 'picture') = (width is not null and height is not null))
);
create index body_file_keys on body_file (storage_key);

-- What names a file; everybody may have what is shown with something.
create table body_file_use (
  tenant_id uuid not null,
  file_id uuid not null,
  subject text not null,
  subject_id uuid not null,
  shown boolean not null,
  primary key (tenant_id, subject, subject_id, file_id),
  foreign key (tenant_id, file_id) references body_file (tenant_id, id)
);
create index body_file_uses on body_file_use (tenant_id, file_id);

alter table body_file enable row level security;
alter table body_file force row level security;
create policy own on body_file
  using (tenant_id::text = current_setting('app.tenant', true) or current_setting('app.tenant', true) = 'every')
  with check (tenant_id::text = current_setting('app.tenant', true) or current_setting('app.tenant', true) = 'every');
alter table body_file_use enable row level security;
alter table body_file_use force row level security;
create policy own on body_file_use
  using (tenant_id::text = current_setting('app.tenant', true) or current_setting('app.tenant', true) = 'every')
  with check (tenant_id::text = current_setting('app.tenant', true) or current_setting('app.tenant', true) = 'every');

-- A sheet has a picture or none.
set local app.tenant = 'every';
update service set sheet = sheet || '{"picture": null}' where not sheet ? 'picture';
update service set draft = jsonb_set(draft, '{sheet,picture}', 'null') where draft is not null and not draft -> 'sheet' ? 'picture';
