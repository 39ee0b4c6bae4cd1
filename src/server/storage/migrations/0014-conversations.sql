-- Standard texts of the body; an empty list is for all.
create table template (
  tenant_id uuid not null references tenant (id),
  id uuid not null,
  name text not null,
  acts text[] not null,
  categories uuid[] not null,
  kinds text[] not null,
  stages text[] not null,
  text jsonb not null,
  active boolean not null,
  primary key (tenant_id, id)
);
create unique index template_name on template (tenant_id, lower(name));

-- A comment is looked at before everyone reads it; a note may be a reply that waits for the desk.
alter table message
  add column moderation text not null default 'approved' check (moderation in ('pending', 'approved', 'rejected')),
  add column held_for text[],
  add column proposed text check (proposed in ('open', 'used', 'returned'));
create index message_pending on message (tenant_id, report_id) where moderation = 'pending';
create index message_proposed on message (tenant_id, report_id) where proposed = 'open';

-- Who is named in a note, until they have opened the report.
create table mention (
  tenant_id uuid not null references tenant (id),
  message_id uuid not null,
  account_id uuid not null references account (id),
  report_id uuid not null,
  at timestamptz not null,
  read_at timestamptz,
  primary key (tenant_id, message_id, account_id),
  foreign key (tenant_id, message_id) references message (tenant_id, id),
  foreign key (tenant_id, report_id) references report (tenant_id, id)
);
create index mention_account on mention (tenant_id, account_id, message_id desc);
create index mention_unread on mention (tenant_id, account_id, report_id) where read_at is null;

-- Who wants no mail when they are named; whoever said nothing wants it.
create table staff_wish (
  tenant_id uuid not null references tenant (id),
  account_id uuid not null references account (id) on delete cascade,
  mention_mail boolean not null,
  primary key (tenant_id, account_id)
);

-- Files that go with what somebody is writing, until it is sent.
create table enclosure (
  tenant_id uuid not null references tenant (id),
  id uuid not null,
  report_id uuid not null,
  account_id uuid not null references account (id) on delete cascade,
  form text not null,
  updated_at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, report_id, account_id, form),
  foreign key (tenant_id, report_id) references report (tenant_id, id)
);
alter table attachment
  add column enclosure_id uuid,
  drop constraint attachment_check,
  add constraint attachment_one_owner check (num_nonnulls(draft_id, report_id, enclosure_id) = 1);
alter table attachment
  add foreign key (tenant_id, enclosure_id) references enclosure (tenant_id, id) on delete cascade;
create index attachment_enclosure on attachment (tenant_id, enclosure_id) where enclosure_id is not null;
create index attachment_message on attachment (tenant_id, message_id) where message_id is not null;

-- A letter can be sent again: each time is a row of its own, and one that arrived makes good those before it.
alter table mail_log
  add column recipient text not null default 'author' check (recipient in ('author', 'staff', 'supplier')),
  add column attempt smallint not null default 0,
  add column made_good boolean not null default false,
  drop constraint mail_log_tenant_id_event_id_address_key,
  add unique (tenant_id, event_id, address, attempt);

alter table template enable row level security;
alter table template force row level security;
create policy own on template
  using (tenant_id::text = current_setting('app.tenant', true) or current_setting('app.tenant', true) = 'every')
  with check (tenant_id::text = current_setting('app.tenant', true) or current_setting('app.tenant', true) = 'every');
alter table mention enable row level security;
alter table mention force row level security;
create policy own on mention
  using (tenant_id::text = current_setting('app.tenant', true) or current_setting('app.tenant', true) = 'every')
  with check (tenant_id::text = current_setting('app.tenant', true) or current_setting('app.tenant', true) = 'every');
alter table staff_wish enable row level security;
alter table staff_wish force row level security;
create policy own on staff_wish
  using (tenant_id::text = current_setting('app.tenant', true) or current_setting('app.tenant', true) = 'every')
  with check (tenant_id::text = current_setting('app.tenant', true) or current_setting('app.tenant', true) = 'every');
alter table enclosure enable row level security;
alter table enclosure force row level security;
create policy own on enclosure
  using (tenant_id::text = current_setting('app.tenant', true) or current_setting('app.tenant', true) = 'every')
  with check (tenant_id::text = current_setting('app.tenant', true) or current_setting('app.tenant', true) = 'every');

-- What is there already.
set local app.tenant = 'every';
update message set moderation = 'pending' where kind = 'comment';
update mail_log set recipient = 'staff' where template like 'term\_%';
