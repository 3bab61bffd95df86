-- Opportunities with their lines.

create table opportunity (
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
    customer_id uuid,
    contact_id uuid,
    stage text not null,
    amount numeric,
    amount_currency text,
    amount_base numeric,
    probability numeric,
    engaged_on date,
    close_date date,
    loss_reason text,
    source text,
    next_step text,
    remarks text,
    owner_id uuid,
    custom jsonb,
    primary key (tenant_id, id),
    foreign key (tenant_id, customer_id) references customer (tenant_id, id),
    foreign key (tenant_id, contact_id) references contact (tenant_id, id),
    foreign key (tenant_id, owner_id) references person (tenant_id, id)
);

create index opportunity_by_created_at on opportunity (tenant_id, created_at desc, id desc) where deleted_at is null;
create index opportunity_by_updated_at on opportunity (tenant_id, updated_at desc, id desc, owner_id) where deleted_at is null;
create unique index opportunity_external_id_unique on opportunity (tenant_id, external_id) where external_id is not null and deleted_at is null;
create index opportunity_by_title on opportunity (tenant_id, title_key desc, id desc, owner_id) where deleted_at is null;
create index opportunity_of_customer on opportunity (tenant_id, customer_id, id);
create index opportunity_of_contact on opportunity (tenant_id, contact_id, id);
create index opportunity_by_amount on opportunity (tenant_id, coalesce(amount_base, '-Infinity'::numeric) desc, id desc, owner_id) where deleted_at is null;
create index opportunity_by_close_date on opportunity (tenant_id, coalesce(close_date, '-infinity'::date) desc, id desc, owner_id) where deleted_at is null;
create index opportunity_of_owner on opportunity (tenant_id, owner_id, created_at desc, id desc) where deleted_at is null;
create index opportunity_in_bin on opportunity (tenant_id, coalesce(deleted_at, '-infinity'::timestamptz) desc, id desc) where deleted_at is not null;

create table opportunity_line (
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
    opportunity_id uuid not null,
    description text not null,
    description_key text collate "C" not null,
    product_id uuid not null,
    quantity numeric not null,
    price numeric,
    price_currency text,
    price_base numeric,
    custom jsonb,
    primary key (tenant_id, id),
    foreign key (tenant_id, opportunity_id) references opportunity (tenant_id, id),
    foreign key (tenant_id, product_id) references product (tenant_id, id)
);

create index opportunity_line_by_created_at on opportunity_line (tenant_id, created_at desc, id desc) where deleted_at is null;
create index opportunity_line_by_updated_at on opportunity_line (tenant_id, updated_at desc, id desc) where deleted_at is null;
create unique index opportunity_line_external_id_unique on opportunity_line (tenant_id, external_id) where external_id is not null and deleted_at is null;
create index opportunity_line_of_opportunity on opportunity_line (tenant_id, opportunity_id, id);
create index opportunity_line_by_description on opportunity_line (tenant_id, description_key desc, id desc) where deleted_at is null;
create index opportunity_line_of_product on opportunity_line (tenant_id, product_id, id);
create index opportunity_line_in_bin on opportunity_line (tenant_id, coalesce(deleted_at, '-infinity'::timestamptz) desc, id desc) where deleted_at is not null;
