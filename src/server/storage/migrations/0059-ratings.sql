-- What people rate: a page, a service, an office, a question, the end of a flow, a report, an appointment.
create table rating_subject (
  tenant_id uuid not null references tenant (id),
  id uuid not null,
  kind text not null check (kind in ('page', 'service', 'office', 'faq', 'flow', 'report', 'appointment')),
  key text not null,
  path text not null,
  title jsonb not null,
  office_id uuid,
  primary key (tenant_id, id),
  unique (tenant_id, kind, key),
  foreign key (tenant_id, office_id) references office (tenant_id, id)
);

-- With the salt of the day somebody is recognised who rates twice; it is thrown away with the day, and nobody ever is again.
create table rating_salt (
  tenant_id uuid not null references tenant (id),
  day date not null,
  salt bytea not null,
  primary key (tenant_id, day)
);

-- The ratings of a subject and day, counted: by stars, and by answer (what was liked, then what was difficult).
create table rating_day (
  tenant_id uuid not null,
  subject_id uuid not null,
  day date not null,
  stars integer[] not null check (array_length(stars, 1) = 5 and 0 <= all (stars)),
  answers integer[] not null check (array_length(answers, 1) = 10 and 0 <= all (answers)),
  primary key (tenant_id, subject_id, day),
  foreign key (tenant_id, subject_id) references rating_subject (tenant_id, id)
);
create index rating_day_days on rating_day (tenant_id, day);

alter table rating_subject enable row level security;
alter table rating_subject force row level security;
create policy own on rating_subject
  using (tenant_id::text = current_setting('app.tenant', true) or current_setting('app.tenant', true) = 'every')
  with check (tenant_id::text = current_setting('app.tenant', true) or current_setting('app.tenant', true) = 'every');
alter table rating_salt enable row level security;
alter table rating_salt force row level security;
create policy own on rating_salt
  using (tenant_id::text = current_setting('app.tenant', true) or current_setting('app.tenant', true) = 'every')
  with check (tenant_id::text = current_setting('app.tenant', true) or current_setting('app.tenant', true) = 'every');
alter table rating_day enable row level security;
alter table rating_day force row level security;
create policy own on rating_day
  using (tenant_id::text = current_setting('app.tenant', true) or current_setting('app.tenant', true) = 'every')
  with check (tenant_id::text = current_setting('app.tenant', true) or current_setting('app.tenant', true) = 'every');

-- A rating knows its day and not its moment: beside the log of a web server a moment says who it was.
alter table rating
  add column subject_id uuid,
  add column day date,
  add column rater text;
set local app.tenant = 'every';
insert into rating_subject (tenant_id, id, kind, key, path, title)
  select rating.tenant_id, gen_random_uuid(), 'flow', 'report', '/segnala', '{"it": "Segnalazione disservizio"}'
  from rating group by rating.tenant_id;
update rating set subject_id = rating_subject.id, rater = rating.id::text,
    day = (rating.at at time zone (tenant.settings -> 'calendar' ->> 'zone'))::date
  from rating_subject, tenant
  where rating_subject.tenant_id = rating.tenant_id and tenant.id = rating.tenant_id;
insert into rating_day (tenant_id, subject_id, day, stars, answers)
  select rating.tenant_id, rating.subject_id, rating.day,
    array[
      count(*) filter (where rating.stars = 1),
      count(*) filter (where rating.stars = 2),
      count(*) filter (where rating.stars = 3),
      count(*) filter (where rating.stars = 4),
      count(*) filter (where rating.stars = 5)
    ],
    array[
      count(*) filter (where rating.stars > 3 and rating.answer = 1),
      count(*) filter (where rating.stars > 3 and rating.answer = 2),
      count(*) filter (where rating.stars > 3 and rating.answer = 3),
      count(*) filter (where rating.stars > 3 and rating.answer = 4),
      count(*) filter (where rating.stars > 3 and rating.answer = 5),
      count(*) filter (where rating.stars < 4 and rating.answer = 1),
      count(*) filter (where rating.stars < 4 and rating.answer = 2),
      count(*) filter (where rating.stars < 4 and rating.answer = 3),
      count(*) filter (where rating.stars < 4 and rating.answer = 4),
      count(*) filter (where rating.stars < 4 and rating.answer = 5)
    ]
  from rating group by rating.tenant_id, rating.subject_id, rating.day;
alter table rating
  alter column subject_id set not null,
  alter column day set not null,
  alter column rater set not null,
  drop column subject,
  drop column at,
  add foreign key (tenant_id, subject_id) references rating_subject (tenant_id, id),
  add unique (tenant_id, subject_id, rater);
