-- A draft may be published at an instant; where its sheet would have failed by then, when that was.
alter table service
  add column publish_at timestamptz,
  add column publish_missed_at timestamptz;
