-- A comment is always looked at by a person: no words hold it back by themselves.
alter table message drop column held_for;
