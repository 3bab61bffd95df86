-- Customers and the people one talks to there.

create table customer (
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
    kind text not null,
    number text,
    grade text,
    stage text,
    source text,
    phone text,
    email text,
    website text,
    country text,
    region text,
    city text,
    address text,
    industry text,
    credit_code text,
    credit_rating text,
    year_established bigint,
    employees bigint,
    revenue numeric,
    revenue_currency text,
    revenue_base numeric,
    parent_company_id uuid,
    sex text,
    birthday date,
    profession text,
    discount numeric,
    last_contact_at timestamptz,
    remarks text,
    owner_id uuid,
    custom jsonb,
    primary key (tenant_id, id),
    foreign key (tenant_id, parent_company_id) references customer (tenant_id, id) deferrable initially deferred,
    foreign key (tenant_id, owner_id) references person (tenant_id, id)
);

create index customer_by_created_at on customer (tenant_id, created_at desc, id desc) where deleted_at is null;
create index customer_by_updated_at on customer (tenant_id, updated_at desc, id desc, owner_id) where deleted_at is null;
create unique index customer_external_id_unique on customer (tenant_id, external_id) where external_id is not null and deleted_at is null;
create index customer_by_name on customer (tenant_id, name_key desc, id desc, owner_id) where deleted_at is null;
create unique index customer_number_unique on customer (tenant_id, number) where number is not null and deleted_at is null;
create unique index customer_credit_code_unique on customer (tenant_id, credit_code) where credit_code is not null and deleted_at is null;
create index customer_by_revenue on customer (tenant_id, coalesce(revenue_base, '-Infinity'::numeric) desc, id desc, owner_id) where deleted_at is null;
create index customer_of_parent_company on customer (tenant_id, parent_company_id, id);
create index customer_by_last_contact_at on customer (tenant_id, coalesce(last_contact_at, '-infinity'::timestamptz) desc, id desc, owner_id) where deleted_at is null;
create index customer_of_owner on customer (tenant_id, owner_id, created_at desc, id desc) where deleted_at is null;
create index customer_in_bin on customer (tenant_id, coalesce(deleted_at, '-infinity'::timestamptz) desc, id desc) where deleted_at is not null;

create table contact (
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
    customer_id uuid,
    position text,
    department text,
    role text,
    mobile text,
    phone text,
    email text,
    sex text,
    birthday date,
    remarks text,
    owner_id uuid,
    custom jsonb,
    primary key (tenant_id, id),
    foreign key (tenant_id, customer_id) references customer (tenant_id, id),
    foreign key (tenant_id, owner_id) references person (tenant_id, id)
);

create index contact_by_created_at on contact (tenant_id, created_at desc, id desc) where deleted_at is null;
create index contact_by_updated_at on contact (tenant_id, updated_at desc, id desc, owner_id) where deleted_at is null;
create unique index contact_external_id_unique on contact (tenant_id, external_id) where external_id is not null and deleted_at is null;
create index contact_by_name on contact (tenant_id, name_key desc, id desc, owner_id) where deleted_at is null;
create index contact_of_customer on contact (tenant_id, customer_id, id);
create index contact_of_owner on contact (tenant_id, owner_id, created_at desc, id desc) where deleted_at is null;
create index contact_in_bin on contact (tenant_id, coalesce(deleted_at, '-infinity'::timestamptz) desc, id desc) where deleted_at is not null;
