-- What is in files, and what they are called, for finding the records they belong to: of each file its newest version.
create table file_text (
    tenant_id uuid not null,
    file_id uuid not null,
    version_id uuid not null,
    state text not null,
    due_at timestamptz not null,
    tries integer not null default 0,
    text text,
    tokens tsvector not null,
    primary key (tenant_id, file_id),
    foreign key (tenant_id, file_id) references record_file (tenant_id, id) on delete cascade
);

create index file_text_tokens on file_text using gin (tokens);
create index file_text_waiting on file_text (due_at) where state = 'waiting';
