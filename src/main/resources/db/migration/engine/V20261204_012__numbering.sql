-- How records of an object get numbers by themselves. The row is locked for no longer than a block of numbers takes to be taken out.
create table number_series (
    tenant_id uuid not null,
    object text not null,
    version bigint not null,
    active boolean not null,
    -- Text with {yyyy}, {yy}, {mm}, {dd} and the counter as {0000}, with as many digits as it has at least.
    format text not null,
    restart text not null,
    by_hand boolean not null,
    next_number bigint not null,
    -- The latest day a number was given, in the company's zone: it never goes back, whatever the clocks of nodes say.
    day date not null,
    primary key (tenant_id, object)
);

alter table custom_record add column number text;
create unique index custom_record_number_unique on custom_record (tenant_id, object_id, number) where number is not null and deleted_at is null;
