-- Files of records. Their bytes are in a storage of their own, each content of a company once, under the SHA-256 of its bytes.

-- What is known of a content before its bytes are stored, and as long as they are.
create table file_content (
    tenant_id uuid not null,
    hash text collate "C" not null,
    size bigint not null,
    announced_at timestamptz not null,
    primary key (tenant_id, hash)
);

create index file_content_by_age on file_content (announced_at);

create table record_file (
    tenant_id uuid not null,
    id uuid not null,
    object text not null,
    record_id uuid not null,
    name text not null,
    versions integer not null,
    created_at timestamptz not null,
    created_by uuid not null,
    deleted_at timestamptz,
    primary key (tenant_id, id)
);

create index record_file_of_record on record_file (tenant_id, record_id, id desc);

-- What a file was, from when on, and whose doing it was; the record stands here too, for its timeline.
create table record_file_version (
    tenant_id uuid not null,
    id uuid not null,
    file_id uuid not null,
    object text not null,
    record_id uuid not null,
    number integer not null,
    name text not null,
    hash text collate "C" not null,
    size bigint not null,
    media_type text not null,
    at timestamptz not null,
    author uuid not null,
    primary key (tenant_id, id),
    unique (tenant_id, file_id, number),
    foreign key (tenant_id, file_id) references record_file (tenant_id, id),
    foreign key (tenant_id, hash) references file_content (tenant_id, hash)
);

create index record_file_version_of_record on record_file_version (tenant_id, record_id, at desc, id desc);
create index record_file_version_of_content on record_file_version (tenant_id, hash);
