-- Grows the demonstration body: $OFFICES offices with three people each, and reports up to $REPORTS, one in twenty of them open.
-- What people wrote is taken from the demonstration's reports, each with a street of its own; run past the application, as a superuser.
create temporary table body as select id from tenant limit 1;

insert into office (tenant_id, id, parent_id, code, name, competences, hours, desk, active)
select body.id, gen_random_uuid(), null, 'bench-' || n, jsonb_build_object('it', 'Ufficio di prova ' || n), '{"it": ""}', '{"it": ""}', false, true
from body, generate_series(1, $OFFICES - (select count(*)::int from office)) as n;

create temporary table office_at as select row_number() over (order by code) - 1 as place, id from office where not desk;
create temporary table person as
select gen_random_uuid() as id, office_at.id as office, office_at.place * 3 + n as place
from office_at, generate_series(0, 2) as n;
insert into account (id, email, name, created_at) select id, 'bench' || place || '@filo.example', 'Persona ' || place, now() from person;
insert into membership (tenant_id, id, account_id, role, office_id)
select body.id, gen_random_uuid(), person.id, case place % 3 when 0 then 'office_manager' else 'office_operator' end, office from body, person;

create temporary table sample as
select row_number() over (order by number) - 1 as place, report.* from report where longitude is not null and stage <> 'withdrawn';
create temporary table street_at as select row_number() over (order by id) - 1 as place, name, longitude, latitude from street;

create temporary table made as
select
  n as number,
  gen_random_uuid() as id,
  hashint8(n)::bigint & 2147483647 as dice,
  now() - make_interval(secs => (($REPORTS - n)::double precision / $REPORTS) * 3 * 365 * 86400) as submitted_at,
  n % 20 = 0 as open
from generate_series((select max(number) + 1 from report), $REPORTS) as n;

insert into report (
  tenant_id, id, number, submission_key, kind, category_id, title, description, answers, stage, stage_since, routed_office_id,
  owner_office_id, owner_person_id, author_id, channel, longitude, latitude, xy, cell, address, area_id, consent, moderation, visible,
  submitted_at, updated_at, first_reply_due, first_reply_at, resolution_due, closed_at, author_waits_since, author_said, term_notice,
  priority, planned_for, recorded_by, version
)
select
  sample.tenant_id, made.id, made.number, made.id, sample.kind, sample.category_id,
  sample.title || ' in ' || street_at.name, sample.description, '{}',
  stage.name, made.submitted_at, office_at.id,
  case when stage.name = 'submitted' then null else office_at.id end,
  case when stage.name <> 'submitted' and dice % 3 > 0 then person.id end,
  sample.author_id,
  (array['web', 'web', 'web', 'phone', 'counter', 'open311'])[1 + dice % 6],
  place.longitude, place.latitude,
  point(place.longitude * 111319.49079327358, ln(tan(pi() / 4 + radians(place.latitude) / 2)) * 6378137),
  sample.cell, street_at.name || ' ' || 1 + dice % 90, sample.area_id, true, 'approved', stage.name <> 'submitted',
  made.submitted_at, made.submitted_at, made.submitted_at + interval '3 days',
  case when not open then made.submitted_at + interval '2 days' end,
  case when open then now() + make_interval(hours => (dice % 1200)::int - 300) else made.submitted_at + interval '20 days' end,
  case when not open then made.submitted_at + interval '9 days' end,
  case when open and stage.name not in ('submitted', 'waiting') and dice % 10 = 0 then now() - interval '1 hour' end,
  case when open and stage.name not in ('submitted', 'waiting') and dice % 10 = 0 then 'message' end,
  case when open and stage.name <> 'waiting' and (dice % 1200) < 300 then 'late' else 'none' end,
  (array[1, 1, 1, 1, 1, 1, 0, 2, 2, 3])[1 + dice % 10],
  case when stage.name = 'planned' then current_date + (dice % 60)::int - 5 end,
  case when dice % 6 in (3, 4) then person.id end,
  3
from made
join sample on sample.place = dice % (select count(*) from sample)
join street_at on street_at.place = (dice / 7) % (select count(*) from street_at)
join office_at on office_at.place = (dice / 11) % (select count(*) from office_at)
join person on person.place = office_at.place * 3 + dice % 3
cross join lateral (
  select case
    when open then (array['submitted', 'in_charge', 'in_charge', 'planned', 'waiting', 'with_others', 'worked'])[1 + (dice / 13) % 7]
    else (array['resolved', 'resolved', 'resolved', 'declined'])[1 + (dice / 13) % 4]
  end as name
) as stage
cross join lateral (
  select street_at.longitude + ((dice % 401) - 200) / 100000.0 as longitude, street_at.latitude + ((dice / 401 % 401) - 200) / 100000.0 as latitude
) as place
-- One after the other, as they come in.
order by made.number;

insert into report_event (tenant_id, id, report_id, kind, version, at, actor, detail)
select body.id, gen_random_uuid(), made.id, event.kind, event.version, made.submitted_at + event.after, '{"kind": "system"}', '{}'
from body, made
cross join (values ('submitted', 1, interval '0'), ('taken_in_charge', 2, interval '1 day'), ('noted', 3, interval '2 days')) as event (kind, version, after);

insert into message (tenant_id, id, report_id, event_id, kind, text, from_author, channel, at)
select tenant_id, gen_random_uuid(), report_id, id, 'note', 'Sentito il vicino: domani si passa a vedere.', false, 'web', at
from report_event where kind = 'noted' and actor ->> 'kind' = 'system';

insert into inbox_entry (tenant_id, report_id, bucket, office_id, person_id, rank, due, number)
select body.id, report.id, bucket, report.routed_office_id, report.owner_person_id, 3 - report.priority, report.resolution_due, report.number
from body, report
join made on made.id = report.id
cross join lateral (
  select 'open' as bucket
  union all select case
    when stage = 'submitted' then 'take_in_charge'
    when author_waits_since is not null then 'read_author'
    when stage = 'worked' then 'answer'
    when stage = 'waiting' then 'wait'
    else 'work'
  end
  union all select 'late' where term_notice = 'late'
) as lying
where made.open;

insert into inbox_count (tenant_id, office_id, person_id, bucket, reports)
select tenant_id, office_id, coalesce(person_id, '00000000-0000-0000-0000-000000000000'), bucket, count(*)
from inbox_entry group by 1, 2, 3, 4
on conflict (tenant_id, office_id, person_id, bucket) do update set reports = excluded.reports;

insert into report_read (tenant_id, report_id, office_id, version, account_id, at)
select body.id, made.id, desk.id, 2 + (dice % 2)::int, (select id from account order by id limit 1), now()
from body, made, (select id from office where desk) as desk
where number % 3 = 0;

update counter set value = $REPORTS where name = 'report';
update tenant set revision = revision + 1;
