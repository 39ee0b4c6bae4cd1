-- Who sends a letter holds its row for a while, so that two runs at once send one letter.
alter table mail_log add column claimed_at timestamptz;
