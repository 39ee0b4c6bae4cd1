-- When a person does not work, and who stands in. Both days are included; nobody's absences overlap.
create table absence (
  tenant_id uuid not null references tenant (id),
  account_id uuid not null,
  first_day date not null,
  last_day date not null check (last_day >= first_day),
  substitute_id uuid,
  primary key (tenant_id, account_id, first_day),
  foreign key (account_id) references account (id),
  foreign key (substitute_id) references account (id)
);

-- Each body knows whom it invited and whether they came; whether they are known elsewhere is none of its business.
create table invitation (
  tenant_id uuid not null references tenant (id),
  id uuid not null,
  account_id uuid not null,
  invited_by uuid,
  at timestamptz not null,
  accepted_at timestamptz,
  mail text not null check (mail in ('queued', 'sent', 'failed')),
  primary key (tenant_id, id),
  foreign key (account_id) references account (id),
  foreign key (invited_by) references account (id)
);
create index invitation_account on invitation (tenant_id, account_id, at desc);

alter table absence enable row level security;
alter table absence force row level security;
create policy own on absence
  using (tenant_id::text = current_setting('app.tenant', true) or current_setting('app.tenant', true) = 'every')
  with check (tenant_id::text = current_setting('app.tenant', true) or current_setting('app.tenant', true) = 'every');
alter table invitation enable row level security;
alter table invitation force row level security;
create policy own on invitation
  using (tenant_id::text = current_setting('app.tenant', true) or current_setting('app.tenant', true) = 'every')
  with check (tenant_id::text = current_setting('app.tenant', true) or current_setting('app.tenant', true) = 'every');

-- What was looked at; and the other reports of a person, by address or telephone, in whatever way it was typed.
alter table contact_look add column what text not null default 'contacts' check (what in ('contacts', 'other_reports', 'correction'));
alter table contact_look alter column what drop default;
create index contact_look_newest on contact_look (tenant_id, id desc);
create index author_phone on author (tenant_id, right(regexp_replace(phone, '\D', '', 'g'), 9)) where phone is not null;

create index report_person_closed on report (tenant_id, owner_person_id, closed_at)
  where owner_person_id is not null and closed_at is not null;
create index membership_office on membership (tenant_id, office_id) where office_id is not null;

set local app.tenant = 'every';
update tenant set settings = settings || '{"forcedNotes": []}' where not settings ? 'forcedNotes';
