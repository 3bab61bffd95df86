-- The index holds the records by each of their tags, so that one asks it for some of them at once; few have many, and what
-- is written is found at once, without a list of what is still to be put in.
alter table customer add tags text[];
create index customer_tags on customer using gin (tags) with (fastupdate = off) where deleted_at is null;
alter table contact add tags text[];
create index contact_tags on contact using gin (tags) with (fastupdate = off) where deleted_at is null;
