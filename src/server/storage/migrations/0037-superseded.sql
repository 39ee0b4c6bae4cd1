-- A proposed reply that was not used went back to nobody: another one, or a reply, took its place.
set local app.tenant = 'every';
alter table message drop constraint message_proposed_check;
update message set proposed = 'superseded' where proposed = 'returned';
alter table message add constraint message_proposed_check check (proposed in ('open', 'used', 'superseded'));
