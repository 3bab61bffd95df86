-- Objects that companies define themselves. A definition stays when its object is gone: the trail knows its name, which is never given again.
create table custom_object (
    tenant_id uuid not null,
    id uuid not null,
    version bigint not null,
    name text not null,
    path text not null,
    -- What people call one of them, several of them, and the text they know one by; by the tag of the language.
    labels jsonb not null,
    plurals jsonb not null,
    titles jsonb not null,
    description text not null,
    icon text not null,
    place integer not null,
    owned boolean not null,
    staged boolean not null,
    created_at timestamptz not null,
    created_by uuid not null,
    removed_at timestamptz,
    erased_at timestamptz,
    primary key (tenant_id, id),
    unique (tenant_id, name),
    unique (tenant_id, path)
);

-- What upkeep looks for, over all companies.
create index custom_object_removed on custom_object (removed_at) where removed_at is not null and erased_at is null;

-- The records of all of them. What a company adds to an object is in the document, and looked up where its other attributes are.
create table custom_record (
    tenant_id uuid not null,
    object_id uuid not null,
    id uuid not null,
    version bigint not null,
    created_at timestamptz not null,
    created_by uuid,
    updated_at timestamptz not null,
    updated_by uuid,
    deleted_at timestamptz,
    deleted_by uuid,
    external_id text,
    name text not null,
    name_key text collate "C" not null,
    stage text,
    owner_id uuid,
    custom jsonb,
    primary key (tenant_id, id),
    foreign key (tenant_id, object_id) references custom_object (tenant_id, id),
    foreign key (tenant_id, owner_id) references person (tenant_id, id)
);

create index custom_record_of_object on custom_record (tenant_id, object_id, id);
create index custom_record_by_created_at on custom_record (tenant_id, object_id, created_at desc, id desc) where deleted_at is null;
create index custom_record_by_updated_at on custom_record (tenant_id, object_id, updated_at desc, id desc, owner_id) where deleted_at is null;
create unique index custom_record_external_id_unique on custom_record (tenant_id, object_id, external_id) where external_id is not null and deleted_at is null;
create index custom_record_by_name on custom_record (tenant_id, object_id, name_key desc, id desc, owner_id) where deleted_at is null;
create index custom_record_of_owner on custom_record (tenant_id, object_id, owner_id, created_at desc, id desc) where deleted_at is null;
create index custom_record_in_bin on custom_record (tenant_id, object_id, coalesce(deleted_at, '-infinity'::timestamptz) desc, id desc) where deleted_at is not null;
create index custom_record_on_board on custom_record (tenant_id, object_id, stage, updated_at desc, id desc, owner_id) where deleted_at is null;
