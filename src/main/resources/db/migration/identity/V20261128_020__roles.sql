-- What people of one kind may, and who is of which kind.
create table role (
    tenant_id   uuid        not null references tenant (id),
    id          uuid        not null,
    version     bigint      not null,
    code        text, -- of a ready-made role
    name        text, -- null where the ready-made name holds, in the reader's language
    description text,
    place       bigint      not null,
    initial     boolean     not null, -- whose role this is who was given none
    grants      jsonb, -- null where the ready-made role is as it came
    created_at  timestamptz not null,
    created_by  uuid,
    updated_at  timestamptz not null,
    updated_by  uuid,
    primary key (tenant_id, id)
);
create unique index role_code on role (tenant_id, code) where code is not null;
create unique index role_name on role (tenant_id, lower(name)) where name is not null;

create table person_role (
    tenant_id uuid        not null,
    person_id uuid        not null,
    role_id   uuid        not null,
    given_by  uuid,
    given_at  timestamptz not null,
    primary key (tenant_id, person_id, role_id),
    foreign key (tenant_id, person_id) references person (tenant_id, id),
    foreign key (tenant_id, role_id) references role (tenant_id, id)
);
create index person_role_of_role on person_role (tenant_id, role_id);

insert into role (tenant_id, id, version, code, place, initial, created_at, updated_at)
select t.id, gen_random_uuid(), 1, r.code, r.place, r.code = 'representative', now(), now()
from tenant t
cross join (values ('director', 0), ('sales-manager', 1), ('representative', 2), ('marketer', 3), ('service-manager', 4), ('agent', 5),
                   ('technician', 6), ('finance', 7), ('analyst', 8), ('reader', 9)) as r (code, place);
