-- Nothing ever showed the icon of a category, nor could one be set.
alter table category drop column icon;
