-- When a program last showed its key: a key that nobody uses any more can be ended.
alter table api_key add column used_at timestamptz;
