-- Where the values of an attribute come from that is calculated.
alter table custom_attribute add column calculation jsonb;

-- Records that have changed and that others go by, until those have followed.
create table calculation_due (
    tenant_id uuid not null,
    -- Later ones are higher.
    id uuid not null,
    -- The attribute of those others.
    object text not null,
    attribute text not null,
    -- By which references they lead here.
    way text not null,
    record_id uuid not null,
    -- The last of them that has followed.
    passed uuid,
    primary key (tenant_id, id)
);
