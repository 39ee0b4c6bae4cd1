-- A report that a program sent is known by its key: the key may read it before everyone does, and alone may follow it up.
alter table report add column api_key_id uuid;
alter table report add foreign key (tenant_id, api_key_id) references api_key (tenant_id, id);
create index report_api_key_newest on report (tenant_id, api_key_id, submitted_at desc, number desc) where api_key_id is not null;

-- The list of a span of time, newest first.
create index report_submitted_newest on report (tenant_id, submitted_at desc, number desc) where visible;

-- The same address named twice is one picture.
create unique index attachment_source on attachment (tenant_id, report_id, source_url) where source_url is not null;
