-- Templates of documents; what they say is a file of theirs.

create table document_template (
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
    object text not null,
    description text,
    active boolean not null,
    language text,
    custom jsonb,
    primary key (tenant_id, id)
);

create index document_template_by_created_at on document_template (tenant_id, created_at desc, id desc) where deleted_at is null;
create index document_template_by_updated_at on document_template (tenant_id, updated_at desc, id desc) where deleted_at is null;
create unique index document_template_external_id_unique on document_template (tenant_id, external_id) where external_id is not null and deleted_at is null;
create index document_template_by_name on document_template (tenant_id, name_key desc, id desc) where deleted_at is null;
create index document_template_in_bin on document_template (tenant_id, coalesce(deleted_at, '-infinity'::timestamptz) desc, id desc) where deleted_at is not null;
