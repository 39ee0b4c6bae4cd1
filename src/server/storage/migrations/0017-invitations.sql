-- An invitation's secret is taken back by the body that gave it, not by another that the person leaves.
alter table password_token add column tenant_id uuid references tenant (id);

-- Whoever forgot their password is invited again, and sets another.
alter table invitation add column resets boolean not null default false;
