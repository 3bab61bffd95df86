-- Records given to somebody who does not own them: to a person, a team or a department, or by a rule, which then is the
-- principal itself, so that changing whom a rule serves touches one row.
create table record_grant (
    tenant_id    uuid        not null,
    object       text        not null,
    record_id    uuid        not null,
    principal_id uuid        not null,
    kind         text        not null, -- collaborator, share, rule
    editing      boolean     not null,
    along        boolean     not null, -- what hangs on the record too
    until        timestamptz,
    note         text,
    given_by     uuid,
    given_at     timestamptz not null,
    primary key (tenant_id, record_id, principal_id, kind)
);
create index record_grant_of_principal on record_grant (tenant_id, principal_id, object, record_id);
create index record_grant_until on record_grant (tenant_id, until) where until is not null;

-- What hangs on a record is found by whoever sees that, and by its owner.
alter table search_document add column above_id uuid;
alter table search_document add column above_owner_id uuid;
-- The attribute to which each line of the body belongs, a line each: nobody finds a record by what they may not read.
alter table search_document add column sources text;
create index search_document_of_above on search_document (tenant_id, above_id) where above_id is not null;
create index search_document_of_above_owner on search_document (tenant_id, above_owner_id, record_id desc)
    where above_owner_id is not null;

create table sharing_rule (
    tenant_id  uuid        not null,
    id         uuid        not null,
    object     text        not null,
    name       text        not null,
    condition  text        not null,
    attributes text[]      not null, -- what the condition depends on
    editing    boolean     not null,
    along      boolean     not null,
    active     boolean     not null,
    targets    jsonb       not null,
    generation uuid        not null, -- the principal that holds the rule's records in record_grant
    created_at timestamptz not null,
    created_by uuid        not null,
    updated_at timestamptz not null,
    updated_by uuid        not null,
    primary key (tenant_id, id)
);
create index sharing_rule_of_object on sharing_rule (tenant_id, object) where active;
