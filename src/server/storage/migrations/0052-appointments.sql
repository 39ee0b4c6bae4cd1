-- When people are received by appointment: a setting of the body, written whole.
create table booking_calendar (
  tenant_id uuid not null references tenant (id),
  id uuid not null,
  office_id uuid not null,
  title jsonb not null,
  mode text not null check (mode in ('place', 'online')),
  address text,
  bring jsonb not null,
  email text,
  opening jsonb not null,
  seats integer not null check (seats between 1 and 50),
  reasons jsonb not null,
  lead_hours integer not null check (lead_hours >= 0),
  first_day integer not null check (first_day >= 0),
  last_day integer not null check (last_day >= first_day),
  notice_hours integer not null check (notice_hours >= 0),
  closures jsonb not null,
  extra jsonb not null,
  active boolean not null,
  -- Names the secret address of its feed; another one makes the old address open nothing.
  feed uuid not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, office_id) references office (tenant_id, id)
);

-- Who waits for a seat that somebody gives back.
create table appointment_waiting (
  tenant_id uuid not null references tenant (id),
  id uuid not null,
  key uuid not null,
  calendar_id uuid not null,
  reason text not null,
  first_day date not null,
  last_day date not null check (last_day >= first_day),
  author_id uuid not null,
  state text not null check (state in ('waiting', 'offered', 'booked', 'left')),
  at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, key),
  foreign key (tenant_id, calendar_id) references booking_calendar (tenant_id, id),
  foreign key (tenant_id, author_id) references author (tenant_id, id)
);
create index appointment_waiting_line on appointment_waiting (tenant_id, calendar_id, id) where state = 'waiting';

-- A seat that is somebody's for a while. Two people in one seat cannot be written, whatever a program does.
create table appointment (
  tenant_id uuid not null references tenant (id),
  id uuid not null,
  key uuid not null,
  calendar_id uuid not null,
  reason text not null,
  seat integer not null check (seat >= 1),
  starts_at timestamptz not null,
  ends_at timestamptz not null check (ends_at > starts_at),
  seat_until timestamptz not null check (seat_until >= ends_at),
  state text not null check (state in ('held', 'booked', 'checked_in', 'done', 'no_show', 'cancelled')),
  code text,
  hold_until timestamptz,
  extensions integer not null default 0,
  author_id uuid,
  details text not null default '',
  channel text not null check (channel in ('web', 'phone', 'counter')),
  waiting_id uuid,
  disrupted_at timestamptz,
  moves integer not null default 0,
  booked_at timestamptz,
  primary key (tenant_id, id),
  unique (tenant_id, key),
  unique (tenant_id, code),
  foreign key (tenant_id, calendar_id) references booking_calendar (tenant_id, id),
  foreign key (tenant_id, author_id) references author (tenant_id, id),
  foreign key (tenant_id, waiting_id) references appointment_waiting (tenant_id, id),
  check ((state = 'held') = (hold_until is not null)),
  check (state in ('held', 'cancelled') or (code is not null and booked_at is not null)),
  constraint appointment_one_in_a_seat exclude using gist (
    tenant_id with =, calendar_id with =, seat with =, tstzrange(starts_at, seat_until) with &&
  ) where (state <> 'cancelled')
);
create index appointment_calendar on appointment (tenant_id, calendar_id, starts_at) include (seat, seat_until, state);
create index appointment_hold on appointment (tenant_id, hold_until) where state = 'held';

-- What happened to an appointment, and the letter that tells of it.
create table appointment_event (
  tenant_id uuid not null references tenant (id),
  id uuid not null,
  appointment_id uuid not null,
  kind text not null,
  at timestamptz not null,
  actor jsonb not null,
  detail jsonb not null,
  mail text check (mail in ('queued', 'sent', 'skipped', 'failed')),
  mail_error text,
  mail_claimed_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, appointment_id) references appointment (tenant_id, id)
);
create index appointment_event_of on appointment_event (tenant_id, appointment_id, id);

-- Hours in which one seat, or all, receive nobody; whoever was booked is told and stays booked until they move or cancel.
create table booking_block (
  tenant_id uuid not null references tenant (id),
  id uuid not null,
  calendar_id uuid not null,
  seat integer check (seat >= 1),
  starts_at timestamptz not null,
  ends_at timestamptz not null check (ends_at > starts_at),
  note text not null,
  account_id uuid not null references account (id),
  at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, calendar_id) references booking_calendar (tenant_id, id)
);
create index booking_block_calendar on booking_block (tenant_id, calendar_id, starts_at);

alter table booking_calendar enable row level security;
alter table booking_calendar force row level security;
create policy own on booking_calendar
  using (tenant_id::text = current_setting('app.tenant', true) or current_setting('app.tenant', true) = 'every')
  with check (tenant_id::text = current_setting('app.tenant', true) or current_setting('app.tenant', true) = 'every');
alter table appointment_waiting enable row level security;
alter table appointment_waiting force row level security;
create policy own on appointment_waiting
  using (tenant_id::text = current_setting('app.tenant', true) or current_setting('app.tenant', true) = 'every')
  with check (tenant_id::text = current_setting('app.tenant', true) or current_setting('app.tenant', true) = 'every');
alter table appointment enable row level security;
alter table appointment force row level security;
create policy own on appointment
  using (tenant_id::text = current_setting('app.tenant', true) or current_setting('app.tenant', true) = 'every')
  with check (tenant_id::text = current_setting('app.tenant', true) or current_setting('app.tenant', true) = 'every');
alter table appointment_event enable row level security;
alter table appointment_event force row level security;
create policy own on appointment_event
  using (tenant_id::text = current_setting('app.tenant', true) or current_setting('app.tenant', true) = 'every')
  with check (tenant_id::text = current_setting('app.tenant', true) or current_setting('app.tenant', true) = 'every');
alter table booking_block enable row level security;
alter table booking_block force row level security;
create policy own on booking_block
  using (tenant_id::text = current_setting('app.tenant', true) or current_setting('app.tenant', true) = 'every')
  with check (tenant_id::text = current_setting('app.tenant', true) or current_setting('app.tenant', true) = 'every');
