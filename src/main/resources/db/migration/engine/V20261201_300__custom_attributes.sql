-- What companies add to the program's objects; values are members of the document in the column "custom" of each object's table.
create table custom_attribute (
    tenant_id uuid not null,
    id uuid not null,
    version bigint not null,
    object text not null,
    name text not null,
    -- Its place among all that were ever added to the object.
    slot integer not null,
    kind text not null,
    labels jsonb not null,
    target text,
    required boolean not null,
    filterable boolean not null,
    -- Whether every record has its row where values are looked up, and up to which record in the round that is underway.
    indexed boolean not null,
    passed uuid,
    round_began_at timestamptz,
    searchable boolean not null,
    sensitive boolean not null,
    place integer not null,
    created_at timestamptz not null,
    created_by uuid not null,
    removed_at timestamptz,
    -- When its values were taken away for good; its name is never given again, since the trail knows it.
    erased_at timestamptz,
    primary key (tenant_id, id),
    unique (tenant_id, object, name),
    unique (tenant_id, object, slot)
);

-- What upkeep looks for, over all companies.
create index custom_attribute_unfinished on custom_attribute (tenant_id, id) where filterable and not indexed and removed_at is null;
create index custom_attribute_removed on custom_attribute (removed_at) where removed_at is not null and erased_at is null;

-- Where values of filterable ones are looked up: a row for each record of the object, with the lowest value for none.
create table attribute_text (
    tenant_id uuid not null,
    attribute uuid not null,
    record_id uuid not null,
    value text collate "C" not null,
    primary key (tenant_id, attribute, record_id)
);
create index attribute_text_by_value on attribute_text (tenant_id, attribute, value, record_id);

create table attribute_number (
    tenant_id uuid not null,
    attribute uuid not null,
    record_id uuid not null,
    value numeric not null,
    primary key (tenant_id, attribute, record_id)
);
create index attribute_number_by_value on attribute_number (tenant_id, attribute, value, record_id);

create table attribute_date (
    tenant_id uuid not null,
    attribute uuid not null,
    record_id uuid not null,
    value date not null,
    primary key (tenant_id, attribute, record_id)
);
create index attribute_date_by_value on attribute_date (tenant_id, attribute, value, record_id);

create table attribute_time (
    tenant_id uuid not null,
    attribute uuid not null,
    record_id uuid not null,
    value timestamptz not null,
    primary key (tenant_id, attribute, record_id)
);
create index attribute_time_by_value on attribute_time (tenant_id, attribute, value, record_id);

create table attribute_reference (
    tenant_id uuid not null,
    attribute uuid not null,
    record_id uuid not null,
    value uuid not null,
    primary key (tenant_id, attribute, record_id)
);
create index attribute_reference_by_value on attribute_reference (tenant_id, attribute, value, record_id);

-- How often a value stands there is known for each attribute, not for all of them together.
create statistics attribute_text_values (mcv, ndistinct) on tenant_id, attribute, value from attribute_text;
create statistics attribute_number_values (mcv, ndistinct) on tenant_id, attribute, value from attribute_number;
create statistics attribute_date_values (mcv, ndistinct) on tenant_id, attribute, value from attribute_date;
create statistics attribute_time_values (mcv, ndistinct) on tenant_id, attribute, value from attribute_time;
create statistics attribute_reference_values (mcv, ndistinct) on tenant_id, attribute, value from attribute_reference;
