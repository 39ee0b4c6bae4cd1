-- The address under which a draft is found on any device: it went there by mail, or whoever writes it is signed in with it.
alter table draft add column email text;
create index draft_email on draft (tenant_id, email, updated_at) where email is not null;
