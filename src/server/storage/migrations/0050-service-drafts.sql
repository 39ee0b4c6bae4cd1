-- What is being written of a service stands beside what everybody reads, with who wrote it last;
-- the version counts every saving, so that nobody writes over what somebody else wrote meanwhile.
alter table service
  add column version integer not null default 1,
  add column draft jsonb,
  add column drafted_at timestamptz,
  add column drafted_by uuid references account (id);
