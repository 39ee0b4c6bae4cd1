-- Lists that people want to find again; the search is that of an address, with ids instead of codes.
create table saved_view (
  tenant_id uuid not null references tenant (id),
  id uuid not null,
  account_id uuid not null references account (id),
  name text not null,
  audience text not null check (audience in ('own', 'office', 'everyone')),
  office_id uuid,
  search text not null,
  version integer not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, office_id) references office (tenant_id, id),
  check ((audience = 'office') = (office_id is not null))
);
create index saved_view_account on saved_view (tenant_id, account_id);
alter table saved_view enable row level security;
alter table saved_view force row level security;
create policy own on saved_view
  using (tenant_id::text = current_setting('app.tenant', true) or current_setting('app.tenant', true) = 'every')
  with check (tenant_id::text = current_setting('app.tenant', true) or current_setting('app.tenant', true) = 'every');

-- What is rare among the open ones is found by an index of its own.
create index report_open_area on report (tenant_id, area_id) where not closed;
create index report_open_category on report (tenant_id, category_id) where not closed;
create index report_open_responsible on report (tenant_id, (coalesce(owner_office_id, routed_office_id))) where not closed;
create index report_term_sent on report (tenant_id, term_notice, submitted_at, number) where term_notice <> 'none';

-- What the same person is known by. Under row-level security an index serves a plain column alone: a function might leak what it reads.
alter table author
  add column email_key text generated always as (lower(email)) stored,
  add column phone_key text generated always as (right(regexp_replace(phone, '\D', '', 'g'), 9)) stored;
create index author_email_key on author (tenant_id, email_key);
create index author_phone_key on author (tenant_id, phone_key);

-- Row-level security asks of every row whether its body is the one at work. Without figures about that very expression PostgreSQL
-- takes it that one row in a hundred is, and walks a million reports where it should look up a handful.
create statistics tenant_of_attachment on (tenant_id::text) from attachment;
create statistics tenant_of_author on (tenant_id::text) from author;
create statistics tenant_of_inbox_entry on (tenant_id::text) from inbox_entry;
create statistics tenant_of_mail_log on (tenant_id::text) from mail_log;
create statistics tenant_of_message on (tenant_id::text) from message;
create statistics tenant_of_report_event on (tenant_id::text) from report_event;
create statistics tenant_of_report_observer on (tenant_id::text) from report_observer;
create statistics tenant_of_report_read on (tenant_id::text) from report_read;

-- What is read often lies in memory, and nowhere on a turning disk: a row out of order costs hardly more than the next one.
do $$ begin
  execute format('alter database %I set random_page_cost = 1.1', current_database());
end $$;
