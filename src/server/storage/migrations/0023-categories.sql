-- What a category decides for itself, and questions with conditions, referrals and numbers of assets.
alter table category
  add column publication text check (publication in ('never', 'after_approval', 'at_once')),
  add column icon text,
  alter column position type double precision;

alter table question
  add column help jsonb,
  add column least double precision,
  add column most double precision,
  add column unit jsonb,
  add column pattern text,
  add column shown_if jsonb,
  add column stops jsonb,
  add column public boolean not null default false,
  add column retired boolean not null default false,
  drop constraint question_type_check,
  add constraint question_type_check check (type in ('text', 'choice', 'many', 'number', 'date', 'yes_no', 'asset'));
