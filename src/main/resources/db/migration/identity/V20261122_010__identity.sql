-- Tenants, the people and departments of each, and how people and programs prove who they are.

create table tenant (
    id            uuid primary key,
    slug          text        not null unique,
    name          text        not null,
    base_currency text        not null,
    time_zone     text        not null,
    created_at    timestamptz not null
);

create table department (
    tenant_id   uuid        not null references tenant (id),
    id          uuid        not null,
    version     bigint      not null,
    created_at  timestamptz not null,
    created_by  uuid,
    updated_at  timestamptz not null,
    updated_by  uuid,
    deleted_at  timestamptz,
    deleted_by  uuid,
    external_id text,
    name        text        not null,
    name_key    text        not null collate "C",
    parent_id   uuid,
    manager_id  uuid,
    custom      jsonb,
    primary key (tenant_id, id)
);

create table person (
    tenant_id     uuid        not null references tenant (id),
    id            uuid        not null,
    version       bigint      not null,
    created_at    timestamptz not null,
    created_by    uuid,
    updated_at    timestamptz not null,
    updated_by    uuid,
    deleted_at    timestamptz,
    deleted_by    uuid,
    external_id   text,
    name          text        not null,
    name_key      text        not null collate "C",
    login         text,
    account       text        not null,
    administrator boolean     not null,
    position      text,
    department_id uuid,
    manager_id    uuid,
    email         text,
    phone         text,
    custom        jsonb,
    primary key (tenant_id, id)
);

-- Deferred: rows of one batch may point at each other and come in any order.
alter table department
    add constraint department_parent foreign key (tenant_id, parent_id)
        references department (tenant_id, id) deferrable initially deferred,
    add constraint department_manager foreign key (tenant_id, manager_id)
        references person (tenant_id, id) deferrable initially deferred;
alter table person
    add constraint person_department foreign key (tenant_id, department_id)
        references department (tenant_id, id) deferrable initially deferred,
    add constraint person_manager foreign key (tenant_id, manager_id)
        references person (tenant_id, id) deferrable initially deferred;

create unique index department_external_id_unique on department (tenant_id, external_id)
    where external_id is not null and deleted_at is null;
create index department_created on department (tenant_id, created_at desc, id desc) where deleted_at is null;
create index department_updated on department (tenant_id, updated_at desc, id desc) where deleted_at is null;
create index department_in_bin on department (tenant_id, coalesce(deleted_at, '-infinity'::timestamptz) desc, id desc)
    where deleted_at is not null;
create index department_name on department (tenant_id, name_key, id) where deleted_at is null;
create index department_of_parent on department (tenant_id, parent_id) where parent_id is not null;
create index department_of_manager on department (tenant_id, manager_id) where manager_id is not null;

create unique index person_external_id_unique on person (tenant_id, external_id)
    where external_id is not null and deleted_at is null;
create unique index person_login_unique on person (tenant_id, lower(login))
    where login is not null and deleted_at is null;
create unique index person_email_unique on person (tenant_id, email)
    where email is not null and deleted_at is null;
create index person_created on person (tenant_id, created_at desc, id desc) where deleted_at is null;
create index person_updated on person (tenant_id, updated_at desc, id desc) where deleted_at is null;
create index person_in_bin on person (tenant_id, coalesce(deleted_at, '-infinity'::timestamptz) desc, id desc)
    where deleted_at is not null;
create index person_name on person (tenant_id, name_key, id) where deleted_at is null;
create index person_of_department on person (tenant_id, department_id) where department_id is not null;
create index person_of_manager on person (tenant_id, manager_id) where manager_id is not null;

-- Apart from person, which everybody may read.
create table credential (
    tenant_id   uuid        not null,
    person_id   uuid        not null,
    password    text        not null, -- Argon2id in the PHC string format
    must_change boolean     not null,
    changed_at  timestamptz not null,
    primary key (tenant_id, person_id),
    foreign key (tenant_id, person_id) references person (tenant_id, id)
);

create table preference (
    tenant_id uuid not null,
    person_id uuid not null,
    language  text,
    primary key (tenant_id, person_id),
    foreign key (tenant_id, person_id) references person (tenant_id, id)
);

-- The key does not begin with the tenant: a cookie is all a request brings, and only the row found by it says whose it
-- is. The same holds for the hash of a token.
create table session (
    id           bytea       primary key, -- SHA-256 of what the cookie holds
    tenant_id    uuid        not null,
    person_id    uuid        not null,
    csrf         text        not null,
    created_at   timestamptz not null,
    last_seen_at timestamptz not null,
    expires_at   timestamptz not null,
    user_agent   text,
    address      text,
    foreign key (tenant_id, person_id) references person (tenant_id, id)
);
create index session_of_person on session (tenant_id, person_id);

create table token (
    tenant_id    uuid        not null,
    id           uuid        not null,
    person_id    uuid        not null,
    name         text        not null,
    hash         bytea       not null unique, -- SHA-256 of the token
    prefix       text        not null,
    created_at   timestamptz not null,
    expires_at   timestamptz,
    last_used_at timestamptz,
    primary key (tenant_id, id),
    foreign key (tenant_id, person_id) references person (tenant_id, id)
);
create index token_of_person on token (tenant_id, person_id);
