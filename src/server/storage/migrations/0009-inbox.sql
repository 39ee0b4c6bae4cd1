-- What the desk decides of a report besides its stage, and what the platform last noticed of its term.
alter table report
  add column priority smallint not null default 1 check (priority between 0 and 3),
  add column hand_overs integer not null default 0,
  add column lead_id uuid,
  add column author_said text check (author_said in ('message', 'answer', 'reopening')),
  add column term_notice text not null default 'none' check (term_notice in ('none', 'warned', 'late', 'very_late'));
alter table report add foreign key (tenant_id, lead_id) references report (tenant_id, id);
create index report_group on report (tenant_id, lead_id) where lead_id is not null;

-- The inbox: a row for each bucket in which a report lies, ordered as it is shown, and how many lie in each.
-- Both are written with the report, so that neither a list nor a count reads more than it shows.
create table inbox_entry (
  tenant_id uuid not null references tenant (id),
  report_id uuid not null,
  bucket text not null,
  office_id uuid not null,
  person_id uuid,
  -- 0 is the most pressing: one order of columns serves list and paging.
  rank smallint not null,
  due timestamptz not null,
  number bigint not null,
  primary key (tenant_id, report_id, bucket),
  foreign key (tenant_id, report_id) references report (tenant_id, id)
);
create index inbox_entry_order on inbox_entry (tenant_id, bucket, rank, due, number);
create index inbox_entry_office on inbox_entry (tenant_id, office_id, bucket, rank, due, number);
create index inbox_entry_person on inbox_entry (tenant_id, person_id, bucket, rank, due, number) where person_id is not null;

create table inbox_count (
  tenant_id uuid not null references tenant (id),
  office_id uuid not null,
  -- The nil UUID stands for nobody: a key has no empty column.
  person_id uuid not null,
  bucket text not null,
  reports integer not null,
  primary key (tenant_id, office_id, person_id, bucket)
);
create index inbox_count_person on inbox_count (tenant_id, person_id, bucket);

-- Who of the desk looked at a report last: a mark is shared by those who share the work.
create table report_read (
  tenant_id uuid not null references tenant (id),
  report_id uuid not null,
  -- The desk reads as one, each office for itself.
  office_id uuid not null,
  version integer not null,
  account_id uuid not null references account (id),
  at timestamptz not null,
  primary key (tenant_id, report_id, office_id),
  foreign key (tenant_id, report_id) references report (tenant_id, id),
  foreign key (tenant_id, office_id) references office (tenant_id, id)
);

alter table inbox_entry enable row level security;
alter table inbox_entry force row level security;
create policy own on inbox_entry
  using (tenant_id::text = current_setting('app.tenant', true) or current_setting('app.tenant', true) = 'every')
  with check (tenant_id::text = current_setting('app.tenant', true) or current_setting('app.tenant', true) = 'every');
alter table inbox_count enable row level security;
alter table inbox_count force row level security;
create policy own on inbox_count
  using (tenant_id::text = current_setting('app.tenant', true) or current_setting('app.tenant', true) = 'every')
  with check (tenant_id::text = current_setting('app.tenant', true) or current_setting('app.tenant', true) = 'every');
alter table report_read enable row level security;
alter table report_read force row level security;
create policy own on report_read
  using (tenant_id::text = current_setting('app.tenant', true) or current_setting('app.tenant', true) = 'every')
  with check (tenant_id::text = current_setting('app.tenant', true) or current_setting('app.tenant', true) = 'every');

-- Reports that are there already.
set local app.tenant = 'every';
update report set author_said = 'message' where author_waits_since is not null;
insert into inbox_entry (tenant_id, report_id, bucket, office_id, person_id, rank, due, number)
select r.tenant_id, r.id, b.bucket, coalesce(r.owner_office_id, r.routed_office_id), r.owner_person_id, 3 - r.priority, r.resolution_due, r.number
from report r
cross join lateral (
  select unnest(array[
    'open',
    case
      when r.stage = 'submitted' and exists (select from office o where o.tenant_id = r.tenant_id and o.id = r.routed_office_id and o.desk) then 'classify'
      when r.stage = 'submitted' then 'take_in_charge'
      when r.author_waits_since is not null then 'read_author'
      when r.stage = 'worked' then 'answer'
      when r.stage = 'waiting' then 'wait'
      else 'work'
    end
  ]) as bucket
) b
where r.closed_at is null;
insert into inbox_count (tenant_id, office_id, person_id, bucket, reports)
select tenant_id, office_id, coalesce(person_id, '00000000-0000-0000-0000-000000000000'), bucket, count(*)
from inbox_entry group by 1, 2, 3, 4;
