-- The chain in which changes of records and events are sealed.

-- One row for each block of rows: everything after one row up to another, by position and id. Ids and hashes of its rows
-- stand here in their order, 32 bytes for each hash, so that what was changed can be named and not only that something was.
create table audit_seal (
    tenant_id uuid not null,
    number bigint not null,
    format smallint not null,
    after_position bigint not null,
    after_id uuid not null,
    to_position bigint not null,
    to_id uuid not null,
    row_count integer not null,
    ids uuid[] not null,
    hashes bytea not null,
    root bytea not null,
    previous bytea not null,
    hash bytea not null,
    at timestamptz not null,
    primary key (tenant_id, number)
);

-- Random bytes do not get smaller.
alter table audit_seal alter column hashes set storage external;

-- How far the chain is. Whoever seals holds this row, so that there is one end to it whatever the number of nodes.
create table audit_chain (
    tenant_id uuid primary key,
    number bigint not null,
    position bigint not null,
    row_id uuid not null,
    hash bytea not null
);

-- Rows that are sealed and were erased since; an event tells of each erasure.
create table audit_erased (
    tenant_id uuid not null,
    row_id uuid not null,
    erasure uuid not null,
    primary key (tenant_id, row_id)
);

create index audit_erased_of_erasure on audit_erased (tenant_id, erasure);

insert into audit_chain (tenant_id, number, position, row_id, hash)
select id, 0, -1, '00000000-0000-0000-0000-000000000000', sha256(decode(replace(id::text, '-', ''), 'hex')) from tenant;
