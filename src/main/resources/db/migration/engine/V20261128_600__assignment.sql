-- Whom records are given to, and why.

-- What somebody wrote to those they gave records to; one operation, one note.
create table assignment_note (
    tenant_id uuid not null,
    operation_id uuid not null,
    note text not null,
    primary key (tenant_id, operation_id)
);

-- Who gets records of an object. People are named one by one, are the members of a group, or are said by a value.
create table assignment_rule (
    tenant_id uuid not null,
    id uuid not null,
    version bigint not null,
    object text not null,
    place integer not null,
    name text not null,
    active boolean not null,
    automatic boolean not null,
    condition text,
    method text not null,
    people uuid[] not null,
    group_object text,
    group_id uuid,
    value_path text,
    value_people jsonb,
    most_open integer,
    updated_at timestamptz not null,
    updated_by uuid not null,
    primary key (tenant_id, id)
);

create index assignment_rule_of_object on assignment_rule (tenant_id, object, place, id);

-- Whose turn it is by a rule: the row is locked while records are given by it, so that turns are exact whoever gives.
create table assignment_turn (
    tenant_id uuid not null,
    rule_id uuid not null,
    person_id uuid,
    place integer not null,
    primary key (tenant_id, rule_id),
    foreign key (tenant_id, rule_id) references assignment_rule (tenant_id, id) on delete cascade
);
