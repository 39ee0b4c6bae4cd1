-- Reference tables: small, shared by all tenants, no row-level security.
create extension if not exists pg_trgm;
create extension if not exists unaccent;
create extension if not exists btree_gin;
create extension if not exists btree_gist;

create text search configuration filo_it (copy = italian);
alter text search configuration filo_it
  alter mapping for hword, hword_part, word with unaccent, italian_stem;

create table installation (
  name text primary key,
  value text not null
);

create table tenant (
  id uuid primary key,
  slug text not null unique check (slug ~ '^[a-z0-9-]{2,40}$'),
  settings jsonb not null,
  revision integer not null,
  created_at timestamptz not null
);

create table tenant_host (
  host text primary key,
  tenant_id uuid not null references tenant (id)
);

create table account (
  id uuid primary key,
  email text not null unique check (email = lower(email)),
  name text not null,
  password_hash text,
  active boolean not null,
  created_at timestamptz not null
);

create table session (
  token_hash text primary key,
  account_id uuid not null references account (id) on delete cascade,
  created_at timestamptz not null,
  seen_at timestamptz not null,
  expires_at timestamptz not null
);
create index session_account on session (account_id);

create table password_token (
  token_hash text primary key,
  account_id uuid not null references account (id) on delete cascade,
  expires_at timestamptz not null
);

create table rate_limit (
  key text primary key,
  points integer not null,
  expire bigint
);

-- Tenant tables: tenant_id first in every key.
create table counter (
  tenant_id uuid not null references tenant (id),
  name text not null,
  value bigint not null,
  primary key (tenant_id, name)
);

create table office (
  tenant_id uuid not null references tenant (id),
  id uuid not null,
  parent_id uuid,
  code text not null,
  name jsonb not null,
  competences jsonb not null,
  hours jsonb not null,
  desk boolean not null,
  email text,
  phone text,
  address text,
  active boolean not null,
  primary key (tenant_id, id),
  unique (tenant_id, code),
  foreign key (tenant_id, parent_id) references office (tenant_id, id)
);

create table membership (
  tenant_id uuid not null references tenant (id),
  id uuid not null,
  account_id uuid not null references account (id),
  role text not null check (role in ('administrator', 'desk', 'office_manager', 'office_operator', 'observer', 'analyst')),
  office_id uuid,
  primary key (tenant_id, id),
  foreign key (tenant_id, office_id) references office (tenant_id, id),
  check (office_id is not null or role not in ('office_manager', 'office_operator'))
);
create unique index membership_once on membership (tenant_id, account_id, role, office_id) nulls not distinct;

create table category (
  tenant_id uuid not null references tenant (id),
  id uuid not null,
  parent_id uuid,
  code text not null,
  name jsonb not null,
  description jsonb not null,
  kinds text[] not null,
  keywords text[] not null,
  office_id uuid not null,
  offices_may_reply boolean not null,
  first_reply jsonb not null,
  resolution jsonb not null,
  position integer not null,
  active boolean not null,
  primary key (tenant_id, id),
  unique (tenant_id, code),
  foreign key (tenant_id, parent_id) references category (tenant_id, id),
  foreign key (tenant_id, office_id) references office (tenant_id, id)
);

create table question (
  tenant_id uuid not null references tenant (id),
  id uuid not null,
  category_id uuid not null,
  code text not null,
  label jsonb not null,
  type text not null check (type in ('text', 'choice', 'many', 'number', 'date', 'yes_no')),
  required boolean not null,
  options jsonb not null,
  position integer not null,
  primary key (tenant_id, id),
  unique (tenant_id, category_id, code),
  foreign key (tenant_id, category_id) references category (tenant_id, id)
);

create table area (
  tenant_id uuid not null references tenant (id),
  id uuid not null,
  parent_id uuid,
  code text not null,
  name text not null,
  geometry jsonb not null,
  position integer not null,
  primary key (tenant_id, id),
  unique (tenant_id, code),
  foreign key (tenant_id, parent_id) references area (tenant_id, id)
);

create table street (
  tenant_id uuid not null references tenant (id),
  id uuid not null,
  name text not null,
  search text not null,
  postcode text,
  line jsonb not null,
  first_number integer,
  last_number integer,
  longitude double precision not null,
  latitude double precision not null,
  xy point not null,
  primary key (tenant_id, id)
);
create index street_search on street using gin (tenant_id, search gin_trgm_ops);
create index street_near on street using gist (tenant_id, xy);

create table author (
  tenant_id uuid not null references tenant (id),
  id uuid not null,
  first_name text,
  last_name text,
  email text,
  phone text,
  locale text not null,
  primary key (tenant_id, id)
);
create index author_email on author (tenant_id, lower(email));

create table report (
  tenant_id uuid not null references tenant (id),
  id uuid not null,
  number bigint not null,
  submission_key uuid not null,
  kind text not null check (kind in ('problem', 'proposal', 'complaint', 'praise', 'assistance')),
  category_id uuid not null,
  title text not null,
  description text not null,
  answers jsonb not null,
  stage text not null check (stage in ('submitted', 'in_charge', 'planned', 'waiting', 'with_others', 'worked', 'resolved', 'declined', 'withdrawn')),
  stage_since timestamptz not null,
  routed_office_id uuid not null,
  owner_office_id uuid,
  owner_person_id uuid,
  author_id uuid,
  recorded_by uuid,
  channel text not null,
  longitude double precision,
  latitude double precision,
  xy point,
  cell bigint,
  address text,
  area_id uuid,
  consent boolean not null,
  moderation text not null check (moderation in ('pending', 'approved', 'rejected')),
  visible boolean not null,
  submitted_at timestamptz not null,
  updated_at timestamptz not null,
  first_reply_due timestamptz not null,
  first_reply_at timestamptz,
  resolution_due timestamptz not null,
  paused_at timestamptz,
  closed_at timestamptz,
  planned_for date,
  recipient text,
  decline_reason text,
  duplicate_of uuid,
  version integer not null,
  fts tsvector generated always as (
    setweight(to_tsvector('public.filo_it', title), 'A')
    || setweight(to_tsvector('public.filo_it', coalesce(address, '')), 'B')
    || setweight(to_tsvector('public.filo_it', description), 'C')
  ) stored,
  primary key (tenant_id, id),
  unique (tenant_id, number),
  unique (tenant_id, submission_key),
  foreign key (tenant_id, category_id) references category (tenant_id, id),
  foreign key (tenant_id, routed_office_id) references office (tenant_id, id),
  foreign key (tenant_id, owner_office_id) references office (tenant_id, id),
  foreign key (owner_person_id) references account (id),
  foreign key (recorded_by) references account (id),
  foreign key (tenant_id, author_id) references author (tenant_id, id),
  foreign key (tenant_id, area_id) references area (tenant_id, id),
  foreign key (tenant_id, duplicate_of) references report (tenant_id, id),
  check ((longitude is null) = (latitude is null) and (longitude is null) = (xy is null) and (longitude is null) = (cell is null)),
  check (owner_person_id is null or owner_office_id is not null)
);
create index report_newest on report (tenant_id, number desc) where visible;
create index report_category_newest on report (tenant_id, category_id, number desc) where visible;
create index report_area_newest on report (tenant_id, area_id, number desc) where visible;
create index report_stage_newest on report (tenant_id, stage, number desc);
create index report_owner_newest on report (tenant_id, owner_office_id, number desc);
create index report_routed_newest on report (tenant_id, routed_office_id, number desc);
create index report_person_newest on report (tenant_id, owner_person_id, number desc) where owner_person_id is not null;
create index report_updated on report (tenant_id, updated_at);
create index report_submitted on report (tenant_id, submitted_at);
create index report_author on report (tenant_id, author_id);
create index report_duplicates on report (tenant_id, duplicate_of) where duplicate_of is not null;
create index report_cell on report (tenant_id, cell) include (category_id, stage) where visible;
create index report_near on report using gist (tenant_id, xy);
create index report_open_near on report using gist (tenant_id, category_id, xy)
  where stage in ('submitted', 'in_charge', 'planned', 'waiting', 'with_others', 'worked');
create index report_search on report using gin (tenant_id, fts);
create index report_title_like on report using gin (tenant_id, title gin_trgm_ops);

create table report_observer (
  tenant_id uuid not null references tenant (id),
  report_id uuid not null,
  office_id uuid not null,
  primary key (tenant_id, report_id, office_id),
  foreign key (tenant_id, report_id) references report (tenant_id, id),
  foreign key (tenant_id, office_id) references office (tenant_id, id)
);

create table report_event (
  tenant_id uuid not null references tenant (id),
  id uuid not null,
  report_id uuid not null,
  kind text not null,
  version integer not null,
  at timestamptz not null,
  actor jsonb not null,
  detail jsonb not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, report_id) references report (tenant_id, id)
);
create index report_event_report on report_event (tenant_id, report_id, id);
create index report_event_at on report_event (tenant_id, at);

create table message (
  tenant_id uuid not null references tenant (id),
  id uuid not null,
  report_id uuid not null,
  event_id uuid not null,
  kind text not null check (kind in ('citizen', 'question', 'answer', 'reply', 'note', 'comment')),
  text text not null,
  from_author boolean not null,
  account_id uuid,
  channel text not null,
  at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, report_id) references report (tenant_id, id),
  foreign key (tenant_id, event_id) references report_event (tenant_id, id),
  foreign key (account_id) references account (id)
);
create index message_report on message (tenant_id, report_id, id);

create table draft (
  tenant_id uuid not null references tenant (id),
  id uuid not null,
  token_hash text not null,
  content jsonb not null,
  updated_at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, token_hash)
);
create index draft_updated on draft (tenant_id, updated_at);

create table attachment (
  tenant_id uuid not null references tenant (id),
  id uuid not null,
  draft_id uuid,
  report_id uuid,
  message_id uuid,
  kind text not null check (kind in ('photo', 'document')),
  storage_key text not null,
  name text not null,
  media_type text not null,
  bytes integer not null,
  width integer,
  height integer,
  found_longitude double precision,
  found_latitude double precision,
  source_url text,
  moderation text not null check (moderation in ('pending', 'approved', 'rejected')),
  from_author boolean not null,
  position integer not null,
  at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, storage_key),
  foreign key (tenant_id, draft_id) references draft (tenant_id, id) on delete cascade,
  foreign key (tenant_id, report_id) references report (tenant_id, id),
  foreign key (tenant_id, message_id) references message (tenant_id, id),
  check ((draft_id is null) <> (report_id is null))
);
create index attachment_report on attachment (tenant_id, report_id, position) where report_id is not null;
create index attachment_draft on attachment (tenant_id, draft_id, position) where draft_id is not null;

create table mail_log (
  tenant_id uuid not null references tenant (id),
  id uuid not null,
  report_id uuid not null,
  event_id uuid not null,
  template text not null,
  address text not null,
  subject text,
  state text not null check (state in ('queued', 'sent', 'skipped', 'failed', 'bounced')),
  message_id text not null,
  error text,
  at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, event_id, address),
  foreign key (tenant_id, report_id) references report (tenant_id, id),
  foreign key (tenant_id, event_id) references report_event (tenant_id, id)
);
create index mail_log_report on mail_log (tenant_id, report_id);

create table rating (
  tenant_id uuid not null references tenant (id),
  id uuid not null,
  subject text not null,
  stars smallint not null check (stars between 1 and 5),
  answer smallint check (answer between 1 and 5),
  detail text,
  at timestamptz not null,
  primary key (tenant_id, id)
);

create table api_key (
  tenant_id uuid not null references tenant (id),
  id uuid not null,
  name text not null,
  key_hash text not null,
  scopes text[] not null,
  created_at timestamptz not null,
  revoked_at timestamptz,
  primary key (tenant_id, id),
  unique (tenant_id, key_hash)
);

-- What an Open311 client gave and asks back: its own ids of requests and updates.
create table open311_update (
  tenant_id uuid not null references tenant (id),
  id uuid not null,
  api_key_id uuid not null,
  report_id uuid not null,
  event_id uuid,
  update_id text not null,
  at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, api_key_id, report_id, update_id),
  foreign key (tenant_id, report_id) references report (tenant_id, id),
  foreign key (tenant_id, api_key_id) references api_key (tenant_id, id)
);
