-- Records kept together under a name: by hand, or by a condition.
create table segment (
    tenant_id uuid not null,
    id uuid not null,
    version bigint not null,
    object text not null,
    name text not null,
    description text not null,
    kind text not null,
    -- Of a live one.
    filter text not null,
    -- Whether members come and go though nobody writes them.
    moving boolean not null,
    owner_id uuid not null,
    everyone boolean not null,
    shared_with uuid[] not null,
    members bigint not null,
    -- When all records were last looked through, by which job at the latest, and up to which record in the round that is underway.
    computed_at timestamptz,
    job_id uuid,
    passed uuid,
    updated_at timestamptz not null,
    primary key (tenant_id, id)
);

create index segment_of_object on segment (tenant_id, object, id);
create index segment_of_owner on segment (tenant_id, owner_id);
create index segment_live on segment (tenant_id, id) where kind = 'live';
create index segment_moving on segment (computed_at) where moving;

-- The key finds the members of a segment, the index the segments of a record.
create table segment_member (
    tenant_id uuid not null,
    segment_id uuid not null,
    record_id uuid not null,
    primary key (tenant_id, segment_id, record_id)
);

create index segment_member_of_record on segment_member (tenant_id, record_id, segment_id);

-- What a job put in or took out, until it is taken back or the segment goes.
create table segment_change (
    tenant_id uuid not null,
    job_id uuid not null,
    segment_id uuid not null,
    record_id uuid not null,
    added boolean not null,
    primary key (tenant_id, job_id, record_id)
);

create index segment_change_of_segment on segment_change (tenant_id, segment_id);

-- How far live segments know what has changed.
create table segment_position (
    tenant_id uuid not null primary key,
    transaction_id bigint not null,
    sequence bigint not null
);
