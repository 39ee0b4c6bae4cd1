-- A letter has its row from when it is asked for: what it says, and its Message-ID, are known once it is written.
alter table mail_log alter column message_id drop not null;
set local app.tenant = 'every';
-- That a letter came back would be known by a mail that comes in; until then it went, or failed.
update mail_log set state = 'failed' where state = 'bounced';
alter table mail_log
  drop constraint mail_log_state_check,
  add check (state in ('queued', 'sent', 'skipped', 'failed'));
