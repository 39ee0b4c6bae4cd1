-- Whoever looks at a letter before it goes learns to whom it goes.
alter table contact_look
  drop constraint contact_look_what_check,
  add check (what in ('contacts', 'other_reports', 'correction', 'letter'));
