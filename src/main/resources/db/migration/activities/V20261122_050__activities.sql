-- What was said and what is to be done.

create table contact_log (
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
    subject text not null,
    subject_key text collate "C" not null,
    kind text not null,
    happened_at timestamptz not null,
    customer_id uuid,
    contact_id uuid,
    opportunity_id uuid,
    summary text,
    result text,
    next_step text,
    owner_id uuid,
    custom jsonb,
    primary key (tenant_id, id),
    foreign key (tenant_id, customer_id) references customer (tenant_id, id),
    foreign key (tenant_id, contact_id) references contact (tenant_id, id),
    foreign key (tenant_id, opportunity_id) references opportunity (tenant_id, id),
    foreign key (tenant_id, owner_id) references person (tenant_id, id)
);

create index contact_log_by_created_at on contact_log (tenant_id, created_at desc, id desc) where deleted_at is null;
create index contact_log_by_updated_at on contact_log (tenant_id, updated_at desc, id desc, owner_id) where deleted_at is null;
create unique index contact_log_external_id_unique on contact_log (tenant_id, external_id) where external_id is not null and deleted_at is null;
create index contact_log_by_subject on contact_log (tenant_id, subject_key desc, id desc, owner_id) where deleted_at is null;
create index contact_log_by_happened_at on contact_log (tenant_id, happened_at desc, id desc, owner_id) where deleted_at is null;
create index contact_log_of_customer on contact_log (tenant_id, customer_id, id);
create index contact_log_of_contact on contact_log (tenant_id, contact_id, id);
create index contact_log_of_opportunity on contact_log (tenant_id, opportunity_id, id);
create index contact_log_of_owner on contact_log (tenant_id, owner_id, created_at desc, id desc) where deleted_at is null;
create index contact_log_in_bin on contact_log (tenant_id, coalesce(deleted_at, '-infinity'::timestamptz) desc, id desc) where deleted_at is not null;

create table task (
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
    title text not null,
    title_key text collate "C" not null,
    state text not null,
    priority text,
    due_date date,
    done_at timestamptz,
    customer_id uuid,
    opportunity_id uuid,
    remarks text,
    owner_id uuid,
    custom jsonb,
    primary key (tenant_id, id),
    foreign key (tenant_id, customer_id) references customer (tenant_id, id),
    foreign key (tenant_id, opportunity_id) references opportunity (tenant_id, id),
    foreign key (tenant_id, owner_id) references person (tenant_id, id)
);

create index task_by_created_at on task (tenant_id, created_at desc, id desc) where deleted_at is null;
create index task_by_updated_at on task (tenant_id, updated_at desc, id desc, owner_id) where deleted_at is null;
create unique index task_external_id_unique on task (tenant_id, external_id) where external_id is not null and deleted_at is null;
create index task_by_title on task (tenant_id, title_key desc, id desc, owner_id) where deleted_at is null;
create index task_by_due_date on task (tenant_id, coalesce(due_date, '-infinity'::date) desc, id desc, owner_id) where deleted_at is null;
create index task_of_customer on task (tenant_id, customer_id, id);
create index task_of_opportunity on task (tenant_id, opportunity_id, id);
create index task_of_owner on task (tenant_id, owner_id, created_at desc, id desc) where deleted_at is null;
create index task_in_bin on task (tenant_id, coalesce(deleted_at, '-infinity'::timestamptz) desc, id desc) where deleted_at is not null;
