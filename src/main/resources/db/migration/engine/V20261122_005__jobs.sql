-- Long work, and the files it takes in and gives out.

-- What somebody asked for and how far it is. Times run is the fence against a node that was taken for dead and is not: it
-- grows with each start, and only the run whose number it is may write.
create table job (
    tenant_id uuid not null,
    id uuid not null,
    kind text not null,
    title text not null,
    state text not null,
    wish text,
    times_run integer not null default 0,
    progress double precision not null default 0,
    arguments jsonb not null,
    result jsonb,
    checkpoint jsonb,
    problem jsonb,
    failures_id uuid,
    person_id uuid not null,
    language text not null,
    created_at timestamptz not null,
    started_at timestamptz,
    finished_at timestamptz,
    primary key (tenant_id, id)
);

create index job_of_person on job (tenant_id, person_id, id desc);
create index job_finished on job (finished_at) where finished_at is not null;

-- Files are kept in pieces, so that no file has to be in memory as a whole, and every node has them.
create table stored_file (
    tenant_id uuid not null,
    id uuid not null,
    job_id uuid not null,
    name text not null,
    size bigint not null,
    chunks integer not null,
    created_at timestamptz not null,
    primary key (tenant_id, id)
);

create index stored_file_of_job on stored_file (tenant_id, job_id);

create table stored_file_chunk (
    tenant_id uuid not null,
    file_id uuid not null,
    place integer not null,
    content bytea not null,
    primary key (tenant_id, file_id, place),
    foreign key (tenant_id, file_id) references stored_file (tenant_id, id) on delete cascade
);

-- What is to be run when, and by which node; kept by db-scheduler, which knows no tenants.
create table job_schedule (
    task_name text not null,
    task_instance text not null,
    task_data bytea,
    execution_time timestamptz not null,
    picked boolean not null,
    picked_by text,
    last_success timestamptz,
    last_failure timestamptz,
    consecutive_failures integer,
    last_heartbeat timestamptz,
    version bigint not null,
    priority smallint,
    primary key (task_name, task_instance)
);

create index job_schedule_due on job_schedule (execution_time);
create index job_schedule_heartbeat on job_schedule (last_heartbeat);
