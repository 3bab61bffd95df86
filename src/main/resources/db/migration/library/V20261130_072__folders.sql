-- Places for files of the company.

create table folder (
    tenant_id uuid not null,
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
    parent_id uuid,
    description text,
    owner_id uuid,
    custom jsonb,
    primary key (tenant_id, id),
    foreign key (tenant_id, parent_id) references folder (tenant_id, id),
    foreign key (tenant_id, owner_id) references person (tenant_id, id)
);

create index folder_by_created_at on folder (tenant_id, created_at desc, id desc) where deleted_at is null;
create index folder_by_updated_at on folder (tenant_id, updated_at desc, id desc, owner_id) where deleted_at is null;
create unique index folder_external_id_unique on folder (tenant_id, external_id) where external_id is not null and deleted_at is null;
create index folder_by_name on folder (tenant_id, name_key desc, id desc, owner_id) where deleted_at is null;
create index folder_in_parent on folder (tenant_id, parent_id, created_at desc, id desc) where deleted_at is null;
create index folder_of_owner on folder (tenant_id, owner_id, created_at desc, id desc) where deleted_at is null;
create index folder_in_bin on folder (tenant_id, coalesce(deleted_at, '-infinity'::timestamptz) desc, id desc) where deleted_at is not null;
