-- Of what somebody wants a mail at once, and in which language; what they did not say is as the body says.
alter table staff_wish
  add column mail jsonb not null default '{}',
  add column locale text check (locale in ('it', 'en'));
set local app.tenant = 'every';
update staff_wish set mail = jsonb_build_object('mentioned', mention_mail);
alter table staff_wish
  drop column mention_mail,
  alter column mail drop default;

-- How many letters somebody of the staff got within the last minutes.
create index mail_log_staff on mail_log (tenant_id, address, at) where recipient = 'staff';
