-- What the engine keeps beside the records themselves.

-- The choices of choice attributes are the tenant's data; the meaning behind them is fixed where rules need one.
create table choice (
    tenant_id uuid not null,
    attribute text not null,
    code text not null,
    place integer not null,
    meaning text,
    label text,
    colour text,
    active boolean not null default true,
    primary key (tenant_id, attribute, code)
);

-- Who changed what, one row for each record and change. Before and after hold the attributes that changed.
create table audit (
    tenant_id uuid not null,
    id uuid not null,
    at timestamptz not null,
    actor uuid not null,
    object text not null,
    record_id uuid not null,
    action text not null,
    version bigint not null,
    operation_id uuid,
    before jsonb,
    after jsonb,
    primary key (tenant_id, id)
);

create index audit_of_record on audit (tenant_id, record_id, id desc);
create index audit_of_operation on audit (tenant_id, operation_id, id) where operation_id is not null;

-- One row for each batch and object. The transaction's number orders rows by when they began to be visible: a reader that
-- stays below the oldest running transaction never skips one that commits late.
create table change_log (
    tenant_id uuid not null,
    transaction_id xid8 not null default pg_current_xact_id(),
    sequence bigint generated always as identity,
    object text not null,
    action text not null,
    at timestamptz not null,
    actor uuid not null,
    operation_id uuid,
    ids uuid[] not null,
    primary key (tenant_id, transaction_id, sequence)
);

-- What records are found by. Tokens are made in Java, so that no extension and no text search configuration is needed.
create table search_document (
    tenant_id uuid not null,
    record_id uuid not null,
    object text not null,
    owner_id uuid,
    title text not null,
    subtitle text,
    body text,
    tokens tsvector not null,
    primary key (tenant_id, record_id)
);

create index search_document_tokens on search_document using gin (tokens);
create index search_document_of_owner on search_document (tenant_id, owner_id, record_id desc);

-- What a request that was sent twice was answered the first time.
create table idempotency (
    tenant_id uuid not null,
    person_id uuid not null,
    key text not null,
    request_hash bytea not null,
    record_id uuid not null,
    at timestamptz not null,
    primary key (tenant_id, person_id, key)
);

create index idempotency_by_age on idempotency (at);
