-- Which body keeps a person's name: the one that made the account. Nobody corrects the name of somebody whom two bodies share already.
alter table account add column name_keeper_id uuid references tenant (id);
set local app.tenant = 'every';
update account set name_keeper_id = membership.tenant_id from membership
where membership.account_id = account.id and not exists (
  select from membership as other where other.account_id = account.id and other.tenant_id <> membership.tenant_id
);
