-- $RATINGS ratings of three years for the body $TENANT, of $SUBJECTS subjects. One in ten people writes something. Run past the
-- application, as a superuser.
create temporary table kept as
select n, gen_random_uuid() as id, (array['page', 'service', 'service', 'office', 'faq', 'flow', 'report', 'appointment'])[1 + n % 8] as kind,
  (array(select id from office where tenant_id = '$TENANT' order by code))[1 + n % (select count(*)::int from office where tenant_id = '$TENANT')] as office
from generate_series(0, $SUBJECTS - 1) as n;
insert into rating_subject (tenant_id, id, kind, key, path, title, office_id)
select '$TENANT', id, kind, 'bench-' || n, '/bench/' || n, jsonb_build_object('it', 'Oggetto ' || n), case kind when 'page' then null else office end
from kept;

create temporary table given as
select gen_random_uuid() as id, kept.id as subject, (current_date - (hashint8(series.n)::bigint & 2147483647)::int % 1095) as day,
  1 + (hashint8(series.n + 1)::bigint & 2147483647)::int % 5 as stars, 1 + (hashint8(series.n + 2)::bigint & 2147483647)::int % 5 as answer, series.n
from generate_series(0, $RATINGS - 1) as series (n)
  -- The first are asked for most, as on any site.
  join kept on kept.n = floor($SUBJECTS * power((series.n % 9973) / 9973.0, 2))::int;
insert into rating (tenant_id, id, subject_id, day, rater, stars, answer, detail)
select '$TENANT', id, subject, day, id::text, stars, answer, case when n % 10 = 0 then 'Non trovavo l’orario dello sportello' end from given;
insert into rating_day (tenant_id, subject_id, day, stars, answers)
select '$TENANT', subject, day,
  array[
    count(*) filter (where stars = 1),
    count(*) filter (where stars = 2),
    count(*) filter (where stars = 3),
    count(*) filter (where stars = 4),
    count(*) filter (where stars = 5)
  ],
  array[
    count(*) filter (where place = 1),
    count(*) filter (where place = 2),
    count(*) filter (where place = 3),
    count(*) filter (where place = 4),
    count(*) filter (where place = 5),
    count(*) filter (where place = 6),
    count(*) filter (where place = 7),
    count(*) filter (where place = 8),
    count(*) filter (where place = 9),
    count(*) filter (where place = 10)
  ]
from (select *, case when stars > 3 then answer else 5 + answer end as place from given) as placed group by subject, day;
insert into rating_month (tenant_id, subject_id, month, stars, answers)
select tenant_id, subject_id, date_trunc('month', day::timestamp)::date,
  array[sum(stars[1]), sum(stars[2]), sum(stars[3]), sum(stars[4]), sum(stars[5])],
  array[
    sum(answers[1]), sum(answers[2]), sum(answers[3]), sum(answers[4]), sum(answers[5]),
    sum(answers[6]), sum(answers[7]), sum(answers[8]), sum(answers[9]), sum(answers[10])
  ]
from rating_day where tenant_id = '$TENANT' group by 1, 2, 3;
insert into rating_week (tenant_id, subject_id, week, stars, answers)
select tenant_id, subject_id, date_trunc('week', day::timestamp)::date,
  array[sum(stars[1]), sum(stars[2]), sum(stars[3]), sum(stars[4]), sum(stars[5])],
  array[
    sum(answers[1]), sum(answers[2]), sum(answers[3]), sum(answers[4]), sum(answers[5]),
    sum(answers[6]), sum(answers[7]), sum(answers[8]), sum(answers[9]), sum(answers[10])
  ]
from rating_day where tenant_id = '$TENANT' group by 1, 2, 3;
