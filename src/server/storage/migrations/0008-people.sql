-- Who works where is said by memberships alone; an account belongs to a person, and no body may switch it off for another.
alter table account drop column active;
