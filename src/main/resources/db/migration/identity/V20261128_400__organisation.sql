-- Where else people work than in their main department, who works together, and who is away.

create table membership (
    tenant_id uuid not null,
    id uuid not null,
    version bigint not null,
    created_at timestamptz not null,
    created_by uuid,
    updated_at timestamptz not null,
    updated_by uuid,
    deleted_at timestamptz,
    deleted_by uuid,
    external_id text,
    person_id uuid not null,
    name text not null,
    name_key text collate "C" not null,
    department_id uuid not null,
    position text,
    custom jsonb,
    primary key (tenant_id, id),
    foreign key (tenant_id, person_id) references person (tenant_id, id),
    foreign key (tenant_id, department_id) references department (tenant_id, id)
);

create unique index membership_external_id_unique on membership (tenant_id, external_id) where external_id is not null and deleted_at is null;
create index membership_by_created_at on membership (tenant_id, created_at desc, id desc) where deleted_at is null;
create index membership_by_updated_at on membership (tenant_id, updated_at desc, id desc) where deleted_at is null;
create index membership_by_name on membership (tenant_id, name_key desc, id desc) where deleted_at is null;
create index membership_of_person on membership (tenant_id, person_id, id);
create index membership_of_department on membership (tenant_id, department_id, id);
create index membership_in_bin on membership (tenant_id, coalesce(deleted_at, '-infinity'::timestamptz) desc, id desc) where deleted_at is not null;

create table team (
    tenant_id uuid not null,
    id uuid not null,
    version bigint not null,
    created_at timestamptz not null,
    created_by uuid,
    updated_at timestamptz not null,
    updated_by uuid,
    deleted_at timestamptz,
    deleted_by uuid,
    external_id text,
    name text not null,
    name_key text collate "C" not null,
    leader_id uuid,
    custom jsonb,
    primary key (tenant_id, id),
    foreign key (tenant_id, leader_id) references person (tenant_id, id)
);

create unique index team_external_id_unique on team (tenant_id, external_id) where external_id is not null and deleted_at is null;
create index team_by_created_at on team (tenant_id, created_at desc, id desc) where deleted_at is null;
create index team_by_updated_at on team (tenant_id, updated_at desc, id desc) where deleted_at is null;
create index team_by_name on team (tenant_id, name_key desc, id desc) where deleted_at is null;
create index team_of_leader on team (tenant_id, leader_id, id);
create index team_in_bin on team (tenant_id, coalesce(deleted_at, '-infinity'::timestamptz) desc, id desc) where deleted_at is not null;

create table team_member (
    tenant_id uuid not null,
    id uuid not null,
    version bigint not null,
    created_at timestamptz not null,
    created_by uuid,
    updated_at timestamptz not null,
    updated_by uuid,
    deleted_at timestamptz,
    deleted_by uuid,
    external_id text,
    team_id uuid not null,
    name text not null,
    name_key text collate "C" not null,
    person_id uuid not null,
    custom jsonb,
    primary key (tenant_id, id),
    foreign key (tenant_id, team_id) references team (tenant_id, id),
    foreign key (tenant_id, person_id) references person (tenant_id, id)
);

create unique index team_member_external_id_unique on team_member (tenant_id, external_id) where external_id is not null and deleted_at is null;
create index team_member_by_created_at on team_member (tenant_id, created_at desc, id desc) where deleted_at is null;
create index team_member_by_updated_at on team_member (tenant_id, updated_at desc, id desc) where deleted_at is null;
create index team_member_by_name on team_member (tenant_id, name_key desc, id desc) where deleted_at is null;
create index team_member_of_team on team_member (tenant_id, team_id, id);
create index team_member_of_person on team_member (tenant_id, person_id, id);
create index team_member_in_bin on team_member (tenant_id, coalesce(deleted_at, '-infinity'::timestamptz) desc, id desc) where deleted_at is not null;

create table absence (
    tenant_id uuid not null,
    id uuid not null,
    version bigint not null,
    created_at timestamptz not null,
    created_by uuid,
    updated_at timestamptz not null,
    updated_by uuid,
    deleted_at timestamptz,
    deleted_by uuid,
    external_id text,
    person_id uuid not null,
    name text not null,
    name_key text collate "C" not null,
    first_day date not null,
    last_day date not null,
    stand_in_id uuid,
    reason text,
    custom jsonb,
    primary key (tenant_id, id),
    foreign key (tenant_id, person_id) references person (tenant_id, id),
    foreign key (tenant_id, stand_in_id) references person (tenant_id, id)
);

create unique index absence_external_id_unique on absence (tenant_id, external_id) where external_id is not null and deleted_at is null;
create index absence_by_created_at on absence (tenant_id, created_at desc, id desc) where deleted_at is null;
create index absence_by_updated_at on absence (tenant_id, updated_at desc, id desc) where deleted_at is null;
create index absence_by_name on absence (tenant_id, name_key desc, id desc) where deleted_at is null;
create index absence_by_first_day on absence (tenant_id, first_day desc, id desc) where deleted_at is null;
create index absence_by_last_day on absence (tenant_id, last_day desc, id desc) where deleted_at is null;
create index absence_of_person on absence (tenant_id, person_id, id);
create index absence_of_stand_in on absence (tenant_id, stand_in_id, id);
create index absence_in_bin on absence (tenant_id, coalesce(deleted_at, '-infinity'::timestamptz) desc, id desc) where deleted_at is not null;
