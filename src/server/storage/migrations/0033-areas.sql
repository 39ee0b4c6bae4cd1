-- An area that is not used any more keeps its name for what was reported there.
alter table area add column active boolean not null default true;
