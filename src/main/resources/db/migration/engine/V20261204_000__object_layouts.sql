-- How companies lay out their objects. Where an object has no row, its definition says it.
create table object_layout (
    tenant_id uuid not null,
    -- Its name in code.
    object text not null,
    version bigint not null,
    layouts jsonb not null,
    updated_at timestamptz not null,
    updated_by uuid not null,
    primary key (tenant_id, object)
);
