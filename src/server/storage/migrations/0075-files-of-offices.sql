-- What offices offer to be read, how places look, and who people are.
alter table office add column documents jsonb not null default '[]';
alter table venue add column picture jsonb;
alter table profile add column photo text, add column cv text;
