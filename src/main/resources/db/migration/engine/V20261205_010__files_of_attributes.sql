-- Files that attributes hold: each hangs on its record for good, and the value says which one is held now.

-- The attribute by its name in code, and under which id the file was brought; both null for files that people keep with the record.
alter table record_file add column attribute text;
alter table record_file add column received_id uuid;
alter table record_file_version add column attribute text;

create index record_file_of_attribute on record_file (tenant_id, record_id, received_id) where received_id is not null;

-- What was brought, for whoever brought it to give it to records; kept for a day, and waiting until the first has it.
create table received_file (
    tenant_id uuid not null,
    id uuid not null,
    name text not null,
    hash text collate "C" not null,
    size bigint not null,
    media_type text not null,
    at timestamptz not null,
    author uuid not null,
    given boolean not null default false,
    primary key (tenant_id, id),
    foreign key (tenant_id, hash) references file_content (tenant_id, hash)
);

create index received_file_by_age on received_file (at);
create index received_file_of_author on received_file (tenant_id, author) where not given;
create index received_file_of_content on received_file (tenant_id, hash);
