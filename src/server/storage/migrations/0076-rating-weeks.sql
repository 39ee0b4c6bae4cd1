-- The counts of a subject by week, by its Monday, as there are those by month: a year of hundreds of subjects is read at once.
create table rating_week (
  tenant_id uuid not null,
  subject_id uuid not null,
  week date not null,
  stars integer[] not null check (array_length(stars, 1) = 5 and 0 <= all (stars)),
  answers integer[] not null check (array_length(answers, 1) = 10 and 0 <= all (answers)),
  primary key (tenant_id, subject_id, week),
  foreign key (tenant_id, subject_id) references rating_subject (tenant_id, id)
);
create index rating_week_weeks on rating_week (tenant_id, week);
alter table rating_week enable row level security;
alter table rating_week force row level security;
create policy own on rating_week
  using (tenant_id::text = current_setting('app.tenant', true) or current_setting('app.tenant', true) = 'every')
  with check (tenant_id::text = current_setting('app.tenant', true) or current_setting('app.tenant', true) = 'every');
set local app.tenant = 'every';
insert into rating_week (tenant_id, subject_id, week, stars, answers)
  select tenant_id, subject_id, date_trunc('week', day::timestamp)::date,
    array[sum(stars[1]), sum(stars[2]), sum(stars[3]), sum(stars[4]), sum(stars[5])],
    array[
      sum(answers[1]), sum(answers[2]), sum(answers[3]), sum(answers[4]), sum(answers[5]),
      sum(answers[6]), sum(answers[7]), sum(answers[8]), sum(answers[9]), sum(answers[10])
    ]
  from rating_day group by 1, 2, 3;
