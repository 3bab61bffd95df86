-- Records that have changed and that others follow, until those have followed: no longer only those that are calculated.
create table due_record (
    tenant_id uuid not null,
    -- What it is that the others do then.
    following text not null,
    -- Later ones are higher.
    id uuid not null,
    -- Of those others.
    object text not null,
    subject text not null,
    -- By which references they lead here.
    way text not null,
    record_id uuid not null,
    -- The last of them that has followed.
    passed uuid,
    primary key (tenant_id, following, id)
);
insert into due_record (tenant_id, following, id, object, subject, way, record_id, passed)
    select tenant_id, 'calculated attributes', id, object, attribute, way, record_id, passed from calculation_due;
drop table calculation_due;
