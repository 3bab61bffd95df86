-- The index holds the records by each of their tags, so that one asks it for some of them at once; few have many, and what
-- is written is found at once, without a list of what is still to be put in.
alter table product add tags text[];
create index product_tags on product using gin (tags) with (fastupdate = off) where deleted_at is null;
