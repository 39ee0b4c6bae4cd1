-- A code that goes to an address, for whoever reads its letters; a new one takes the place of the one before.
create table sign_in_code (
  tenant_id uuid not null references tenant (id),
  email text not null,
  id uuid not null,
  -- Nothing until the letter is written, which makes the code.
  code_hash text,
  expires_at timestamptz not null,
  tries integer not null,
  primary key (tenant_id, email),
  unique (tenant_id, id)
);

-- Somebody who has shown that an address is theirs; another way to be known adds here what it showed.
create table citizen_session (
  tenant_id uuid not null references tenant (id),
  token_hash text not null,
  email text not null,
  created_at timestamptz not null,
  seen_at timestamptz not null,
  expires_at timestamptz not null,
  primary key (tenant_id, token_hash)
);
create index citizen_session_email on citizen_session (tenant_id, email);

-- What somebody wanted kept, so that forms are filled in for them; whoever wanted nothing has no row.
create table citizen (
  tenant_id uuid not null references tenant (id),
  email text not null,
  first_name text not null,
  last_name text not null,
  phone text not null,
  -- When they last signed in, or kept anything: what is left alone is erased.
  seen_at timestamptz not null,
  primary key (tenant_id, email)
);

-- Whoever signs in finds the appointments that they booked.
create index appointment_author on appointment (tenant_id, author_id) where author_id is not null;

alter table sign_in_code enable row level security;
alter table sign_in_code force row level security;
create policy own on sign_in_code
  using (tenant_id::text = current_setting('app.tenant', true) or current_setting('app.tenant', true) = 'every')
  with check (tenant_id::text = current_setting('app.tenant', true) or current_setting('app.tenant', true) = 'every');
alter table citizen_session enable row level security;
alter table citizen_session force row level security;
create policy own on citizen_session
  using (tenant_id::text = current_setting('app.tenant', true) or current_setting('app.tenant', true) = 'every')
  with check (tenant_id::text = current_setting('app.tenant', true) or current_setting('app.tenant', true) = 'every');
alter table citizen enable row level security;
alter table citizen force row level security;
create policy own on citizen
  using (tenant_id::text = current_setting('app.tenant', true) or current_setting('app.tenant', true) = 'every')
  with check (tenant_id::text = current_setting('app.tenant', true) or current_setting('app.tenant', true) = 'every');
