-- Who may become a customer.

create table lead (
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
    company text,
    state text not null,
    interest text,
    source text,
    position text,
    mobile text,
    email text,
    city text,
    need text,
    disqualification text,
    remarks text,
    customer_id uuid,
    contact_id uuid,
    opportunity_id uuid,
    converted_at timestamptz,
    owner_id uuid,
    custom jsonb,
    primary key (tenant_id, id),
    foreign key (tenant_id, customer_id) references customer (tenant_id, id),
    foreign key (tenant_id, contact_id) references contact (tenant_id, id),
    foreign key (tenant_id, opportunity_id) references opportunity (tenant_id, id),
    foreign key (tenant_id, owner_id) references person (tenant_id, id)
);

create index lead_by_created_at on lead (tenant_id, created_at desc, id desc) where deleted_at is null;
create index lead_by_updated_at on lead (tenant_id, updated_at desc, id desc, owner_id) where deleted_at is null;
create unique index lead_external_id_unique on lead (tenant_id, external_id) where external_id is not null and deleted_at is null;
create index lead_by_name on lead (tenant_id, name_key desc, id desc, owner_id) where deleted_at is null;
create index lead_of_customer on lead (tenant_id, customer_id, id);
create index lead_of_contact on lead (tenant_id, contact_id, id);
create index lead_of_opportunity on lead (tenant_id, opportunity_id, id);
create index lead_of_owner on lead (tenant_id, owner_id, created_at desc, id desc) where deleted_at is null;
create index lead_in_bin on lead (tenant_id, coalesce(deleted_at, '-infinity'::timestamptz) desc, id desc) where deleted_at is not null;
create index lead_on_board on lead (tenant_id, state, updated_at desc, id desc, owner_id) where deleted_at is null;

-- What a new tenant begins with, for those that are there already.
insert into choice (tenant_id, attribute, code, place, meaning, colour)
select tenant.id, offered.attribute, offered.code, offered.place, offered.meaning, offered.colour
from tenant
cross join (values
    ('lead.state', 'new', 0, 'open', 'slate'),
    ('lead.state', 'contacted', 1, 'open', 'indigo'),
    ('lead.state', 'converted', 2, 'converted', 'jade'),
    ('lead.state', 'disqualified', 3, 'disqualified', 'cinnabar'),
    ('lead.interest', 'high', 0, null, 'cinnabar'),
    ('lead.interest', 'medium', 1, null, 'ochre'),
    ('lead.interest', 'low', 2, null, 'slate'),
    ('lead.source', 'referral', 0, null, null),
    ('lead.source', 'exhibition', 1, null, null),
    ('lead.source', 'website', 2, null, null),
    ('lead.source', 'telesales', 3, null, null),
    ('lead.source', 'other', 4, null, null),
    ('lead.disqualification', 'noNeed', 0, null, null),
    ('lead.disqualification', 'noBudget', 1, null, null),
    ('lead.disqualification', 'competitor', 2, null, null),
    ('lead.disqualification', 'unreachable', 3, null, null),
    ('lead.disqualification', 'duplicate', 4, null, null)
) as offered (attribute, code, place, meaning, colour)
on conflict do nothing;
