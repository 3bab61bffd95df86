-- What is sold, and what currencies are worth.

create table product (
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
    code text,
    series text,
    unit text,
    price numeric,
    price_currency text,
    price_base numeric,
    on_sale boolean not null,
    description text,
    custom jsonb,
    primary key (tenant_id, id)
);

create index product_by_created_at on product (tenant_id, created_at desc, id desc) where deleted_at is null;
create index product_by_updated_at on product (tenant_id, updated_at desc, id desc) where deleted_at is null;
create unique index product_external_id_unique on product (tenant_id, external_id) where external_id is not null and deleted_at is null;
create index product_by_name on product (tenant_id, name_key desc, id desc) where deleted_at is null;
create unique index product_code_unique on product (tenant_id, code) where code is not null and deleted_at is null;
create index product_by_price on product (tenant_id, coalesce(price_base, '-Infinity'::numeric) desc, id desc) where deleted_at is null;
create index product_in_bin on product (tenant_id, coalesce(deleted_at, '-infinity'::timestamptz) desc, id desc) where deleted_at is not null;

create table exchange_rate (
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
    currency text not null,
    currency_key text collate "C" not null,
    valid_from date not null,
    rate numeric not null,
    custom jsonb,
    primary key (tenant_id, id)
);

create index exchange_rate_by_created_at on exchange_rate (tenant_id, created_at desc, id desc) where deleted_at is null;
create index exchange_rate_by_updated_at on exchange_rate (tenant_id, updated_at desc, id desc) where deleted_at is null;
create unique index exchange_rate_external_id_unique on exchange_rate (tenant_id, external_id) where external_id is not null and deleted_at is null;
create index exchange_rate_by_currency on exchange_rate (tenant_id, currency_key desc, id desc) where deleted_at is null;
create index exchange_rate_by_valid_from on exchange_rate (tenant_id, valid_from desc, id desc) where deleted_at is null;
create index exchange_rate_in_bin on exchange_rate (tenant_id, coalesce(deleted_at, '-infinity'::timestamptz) desc, id desc) where deleted_at is not null;
