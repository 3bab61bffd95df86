-- What a dry run would have changed goes when it is old, in all tenants alike, a piece at a time.
drop index import_difference_by_age;
create index import_difference_by_age on import_difference (at);
