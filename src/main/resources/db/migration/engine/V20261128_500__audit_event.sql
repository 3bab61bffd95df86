-- What must be provable beside changes of records: who signed in, read what is sensitive, took data out, changed rights.

-- Both tables are sealed in the order in which their rows began to be visible, so each row carries the number of its
-- transaction, counted from the tenant's era as the change log does. Rows from before have none and come first. The salt
-- keeps values from being guessed from the hash that stays when they are erased; it goes with them.
alter table audit
    add column position bigint not null default 0,
    add column salt uuid not null default gen_random_uuid();
alter table audit alter column position set default pg_current_xact_id()::text::bigint;

create index audit_by_position on audit (tenant_id, position, id);
create index audit_of_actor on audit (tenant_id, actor, id);
create index audit_of_object on audit (tenant_id, object, id);
create index audit_departures on audit (tenant_id, action, id) where action in ('delete', 'restore');

create table audit_event (
    tenant_id uuid not null,
    id uuid not null,
    at timestamptz not null,
    actor uuid not null,
    -- With whose eyes, where an administrator looks as somebody else.
    seen_as uuid,
    kind text not null,
    object text,
    record_id uuid,
    -- Where it was done to several.
    records uuid[],
    details jsonb not null,
    address text,
    request text,
    token_id uuid,
    position bigint not null default pg_current_xact_id()::text::bigint,
    salt uuid not null default gen_random_uuid(),
    primary key (tenant_id, id)
);

create index audit_event_by_position on audit_event (tenant_id, position, id);
create index audit_event_of_actor on audit_event (tenant_id, actor, id);
create index audit_event_of_kind on audit_event (tenant_id, kind, id);
create index audit_event_of_object on audit_event (tenant_id, object, id) where object is not null;
create index audit_event_of_record on audit_event (tenant_id, record_id, id) where record_id is not null;
create index audit_event_of_records on audit_event using gin (records) with (gin_pending_list_limit = 256) where records is not null;
