-- Whoever joins the waiting list is written to once, and it is known what became of the letter; who joined before got none.
alter table appointment_waiting
  add column mail text not null default 'skipped' check (mail in ('queued', 'sent', 'skipped', 'failed')),
  add column mail_error text,
  add column mail_claimed_at timestamptz;
alter table appointment_waiting alter column mail drop default;
