-- Lists with a name: whose they are, and who else has them.
create table saved_view (
    tenant_id uuid not null,
    id uuid not null,
    version bigint not null,
    object text not null,
    name text not null,
    owner_id uuid not null,
    everyone boolean not null,
    shared_with uuid[] not null,
    look jsonb not null,
    updated_at timestamptz not null,
    primary key (tenant_id, id)
);

create index saved_view_of_object on saved_view (tenant_id, object, id);
create index saved_view_of_owner on saved_view (tenant_id, owner_id);
