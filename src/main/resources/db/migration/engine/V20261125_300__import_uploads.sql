-- Files that somebody is about to import, what was said of files like them before, and what a dry run would have changed.

-- The content is a stored file. A start is remembered by the key it came with: the same one twice is one job.
create table import_upload (
    tenant_id uuid not null,
    id uuid not null,
    person_id uuid not null,
    file_id uuid not null,
    name text not null,
    size bigint not null,
    created_at timestamptz not null,
    started_key text,
    started_job uuid,
    primary key (tenant_id, id)
);

create index import_upload_by_age on import_upload (tenant_id, created_at);

-- Files with the same headers mostly mean the same by them.
create table import_memory (
    tenant_id uuid not null,
    object text not null,
    headers text not null,
    map jsonb not null,
    person_id uuid not null,
    at timestamptz not null,
    primary key (tenant_id, object, headers)
);

create table import_difference (
    tenant_id uuid not null,
    job_id uuid not null,
    place bigint not null,
    line bigint not null,
    record_id uuid not null,
    title text,
    changes jsonb not null,
    at timestamptz not null,
    primary key (tenant_id, job_id, place)
);

create index import_difference_by_age on import_difference (tenant_id, at);

-- Which jobs take another one back.
create index job_undoing on job (tenant_id, ((arguments ->> 'job'))) where kind = 'undo';
