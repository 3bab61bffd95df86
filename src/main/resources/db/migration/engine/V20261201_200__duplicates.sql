-- Under what records are looked up to find those about the same: hashes of numbers, addresses and forms of names. The key itself is
-- all there is to ask for; a record's rows are taken away by what they say.
create table duplicate_key (
    tenant_id uuid not null,
    object text not null,
    key bigint not null,
    record_id uuid not null,
    primary key (tenant_id, object, key, record_id)
);

-- Of which objects all records have their keys, in which shape. Those of an older release get them by a job.
create table duplicate_base (
    tenant_id uuid not null,
    object text not null,
    shape bigint not null,
    -- When all were last compared with each other.
    scanned_at timestamptz,
    primary key (tenant_id, object)
);

-- What happens when somebody saves a record like another.
create table duplicate_rule (
    tenant_id uuid not null,
    object text not null,
    on_save text not null,
    primary key (tenant_id, object)
);

-- Records that seem to be one, put together as far as one of them is like another.
create table duplicate_group (
    tenant_id uuid not null,
    id uuid not null,
    object text not null,
    -- The highest of its pairs.
    score bigint not null,
    primary key (tenant_id, id)
);

create index duplicate_group_by_score on duplicate_group (tenant_id, object, score desc, id);

-- Two of them, the lower id first.
create table duplicate_pair (
    tenant_id uuid not null,
    one_id uuid not null,
    other_id uuid not null,
    object text not null,
    -- Null where somebody has said that the two are not the same.
    group_id uuid,
    score bigint not null,
    reasons text not null,
    found_at timestamptz not null,
    dismissed_at timestamptz,
    dismissed_by uuid,
    primary key (tenant_id, one_id, other_id)
);

create index duplicate_pair_of_other on duplicate_pair (tenant_id, other_id);
create index duplicate_pair_of_group on duplicate_pair (tenant_id, group_id) where group_id is not null;
create index duplicate_pair_dismissed on duplicate_pair (tenant_id, object, dismissed_at) where dismissed_at is not null;

-- How far pairs know what has changed.
create table duplicate_position (
    tenant_id uuid not null primary key,
    transaction_id bigint not null,
    sequence bigint not null
);
