-- Rows of imported files that were like records, and what became of them.
create table import_alike (
    tenant_id uuid not null,
    job_id uuid not null,
    place bigint not null,
    line bigint not null,
    title text,
    what text not null,
    -- Those records, as whoever imported was told of them.
    records jsonb not null,
    at timestamptz not null,
    primary key (tenant_id, job_id, place)
);
create index import_alike_at on import_alike (at);
