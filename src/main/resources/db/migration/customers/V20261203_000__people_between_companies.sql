-- What people are at companies beside their own, and how they stand to each other.

create table affiliation (
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
    position text not null,
    position_key text collate "C" not null,
    contact_id uuid not null,
    customer_id uuid not null,
    customer_owner_id uuid,
    role text,
    since date,
    until date,
    remarks text,
    owner_id uuid,
    custom jsonb,
    primary key (tenant_id, id),
    foreign key (tenant_id, contact_id) references contact (tenant_id, id),
    foreign key (tenant_id, customer_id) references customer (tenant_id, id),
    foreign key (tenant_id, customer_owner_id) references person (tenant_id, id),
    foreign key (tenant_id, owner_id) references person (tenant_id, id)
);

create index affiliation_by_created_at on affiliation (tenant_id, created_at desc, id desc) where deleted_at is null;
create index affiliation_by_updated_at on affiliation (tenant_id, updated_at desc, id desc, owner_id) where deleted_at is null;
create unique index affiliation_external_id_unique on affiliation (tenant_id, external_id) where external_id is not null and deleted_at is null;
create index affiliation_by_position on affiliation (tenant_id, position_key desc, id desc, owner_id) where deleted_at is null;
create index affiliation_of_contact on affiliation (tenant_id, contact_id, id);
create index affiliation_of_customer on affiliation (tenant_id, customer_id, id);
create index affiliation_of_customer_owner on affiliation (tenant_id, customer_owner_id, created_at desc, id desc)
    where deleted_at is null and customer_owner_id is not null;
create index affiliation_of_owner on affiliation (tenant_id, owner_id, created_at desc, id desc) where deleted_at is null;
create index affiliation_in_bin on affiliation (tenant_id, coalesce(deleted_at, '-infinity'::timestamptz) desc, id desc) where deleted_at is not null;

create table relationship (
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
    person_id uuid not null,
    person_owner_id uuid,
    kind text not null,
    other_id uuid,
    strength text,
    note text,
    owner_id uuid,
    custom jsonb,
    primary key (tenant_id, id),
    foreign key (tenant_id, person_id) references contact (tenant_id, id),
    foreign key (tenant_id, other_id) references contact (tenant_id, id),
    foreign key (tenant_id, person_owner_id) references person (tenant_id, id),
    foreign key (tenant_id, owner_id) references person (tenant_id, id)
);

create index relationship_by_created_at on relationship (tenant_id, created_at desc, id desc) where deleted_at is null;
create index relationship_by_updated_at on relationship (tenant_id, updated_at desc, id desc, owner_id) where deleted_at is null;
create unique index relationship_external_id_unique on relationship (tenant_id, external_id) where external_id is not null and deleted_at is null;
create index relationship_by_name on relationship (tenant_id, name_key desc, id desc, owner_id) where deleted_at is null;
create index relationship_of_person on relationship (tenant_id, person_id, id);
create index relationship_of_other on relationship (tenant_id, other_id, id);
create index relationship_of_person_owner on relationship (tenant_id, person_owner_id, created_at desc, id desc)
    where deleted_at is null and person_owner_id is not null;
create index relationship_of_owner on relationship (tenant_id, owner_id, created_at desc, id desc) where deleted_at is null;
create index relationship_in_bin on relationship (tenant_id, coalesce(deleted_at, '-infinity'::timestamptz) desc, id desc) where deleted_at is not null;

-- What a new tenant begins with, for those that are there already.
insert into choice (tenant_id, attribute, code, place, meaning, colour)
select tenant.id, offered.attribute, offered.code, offered.place, offered.meaning, offered.colour
from tenant
cross join (values
    ('affiliation.role', 'decisionMaker', 0, null, 'jade'),
    ('affiliation.role', 'purchaser', 1, null, 'indigo'),
    ('affiliation.role', 'influencer', 2, null, 'ochre'),
    ('affiliation.role', 'user', 3, null, 'slate'),
    ('affiliation.role', 'former', 4, null, 'slate'),
    ('relationship.kind', 'knows', 0, null, 'slate'),
    ('relationship.kind', 'reportsTo', 1, null, 'indigo'),
    ('relationship.kind', 'influences', 2, null, 'ochre'),
    ('relationship.kind', 'trusts', 3, null, 'jade'),
    ('relationship.kind', 'conflict', 4, null, 'cinnabar'),
    ('relationship.kind', 'family', 5, null, 'plum'),
    ('relationship.kind', 'classmate', 6, null, 'slate'),
    ('relationship.kind', 'formerColleague', 7, null, 'slate'),
    ('relationship.strength', 'strong', 0, null, 'jade'),
    ('relationship.strength', 'medium', 1, null, 'indigo'),
    ('relationship.strength', 'weak', 2, null, 'slate')
) as offered (attribute, code, place, meaning, colour)
on conflict do nothing;
