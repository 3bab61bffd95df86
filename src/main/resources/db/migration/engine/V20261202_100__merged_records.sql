-- Records that have become another one: whoever asks for them is led there, and its history goes on from theirs. Once that is taken
-- back, what is left is what history tells.
create table merged_record (
    tenant_id uuid not null,
    record_id uuid not null,
    -- The job as whose operation it happened.
    job_id uuid not null,
    object text not null,
    into_id uuid not null,
    at timestamptz not null,
    by_id uuid not null,
    undone_at timestamptz,
    primary key (tenant_id, record_id, job_id)
);

create index merged_record_into on merged_record (tenant_id, into_id) where undone_at is null;
create index merged_record_of_job on merged_record (tenant_id, job_id);

-- What came along beside the records themselves, until that is taken back: comments, files, and what the other record had not.
create table merged_belonging (
    tenant_id uuid not null,
    job_id uuid not null,
    -- Who keeps it.
    part text not null,
    row_id uuid not null,
    -- What tells rows of one id apart; may be empty.
    detail text not null,
    from_id uuid not null,
    primary key (tenant_id, job_id, part, row_id, detail)
);
