-- What people want to know of an office before they go there: when it is open, where its door is, how to get in.
alter table office
  add column opening jsonb,
  add column pec text,
  add column longitude double precision,
  add column latitude double precision,
  add column access jsonb not null default '{"it": ""}',
  add check ((longitude is null) = (latitude is null));
