-- The roles whose people begin with a view.
alter table saved_view add column first_for uuid[] not null default '{}';
