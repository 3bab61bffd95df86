-- What people do not want to be advised of for a while.

create table advice_put_off (
    tenant_id uuid        not null,
    person_id uuid        not null,
    record_id uuid        not null,
    advice    text        not null,
    until     timestamptz not null,
    primary key (tenant_id, person_id, record_id, advice)
);
create index advice_put_off_of_record on advice_put_off (tenant_id, record_id);
