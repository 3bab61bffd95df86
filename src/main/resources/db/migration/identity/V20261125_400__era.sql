-- How often a tenant came back from a backup. A restored feed of changes counts on from its era, since the transactions of
-- another server have other numbers.
alter table tenant add column era integer not null default 0;
