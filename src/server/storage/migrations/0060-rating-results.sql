-- What somebody wrote with a rating can be hidden: why, by whom and when is noted, and it can be shown again.
alter table rating
  add column hidden_for text check (hidden_for in ('personal_data', 'offensive', 'off_topic')),
  add column hidden_by uuid references account (id),
  add column hidden_at timestamptz,
  add check ((hidden_for is null) = (hidden_by is null) and (hidden_for is null) = (hidden_at is null));
create index rating_days on rating (tenant_id, day desc, id desc);
create index rating_texts on rating (tenant_id, day desc, id desc) where detail is not null;
create index rating_days_of_subject on rating (tenant_id, subject_id, day desc, id desc);

-- The same by month: a year of hundreds of subjects is read at once.
create table rating_month (
  tenant_id uuid not null,
  subject_id uuid not null,
  month date not null,
  stars integer[] not null check (array_length(stars, 1) = 5 and 0 <= all (stars)),
  answers integer[] not null check (array_length(answers, 1) = 10 and 0 <= all (answers)),
  primary key (tenant_id, subject_id, month),
  foreign key (tenant_id, subject_id) references rating_subject (tenant_id, id)
);
create index rating_month_months on rating_month (tenant_id, month);
alter table rating_month enable row level security;
alter table rating_month force row level security;
create policy own on rating_month
  using (tenant_id::text = current_setting('app.tenant', true) or current_setting('app.tenant', true) = 'every')
  with check (tenant_id::text = current_setting('app.tenant', true) or current_setting('app.tenant', true) = 'every');
set local app.tenant = 'every';
insert into rating_month (tenant_id, subject_id, month, stars, answers)
  select tenant_id, subject_id, date_trunc('month', day::timestamp)::date,
    array[sum(stars[1]), sum(stars[2]), sum(stars[3]), sum(stars[4]), sum(stars[5])],
    array[
      sum(answers[1]), sum(answers[2]), sum(answers[3]), sum(answers[4]), sum(answers[5]),
      sum(answers[6]), sum(answers[7]), sum(answers[8]), sum(answers[9]), sum(answers[10])
    ]
  from rating_day group by 1, 2, 3;
