-- Which job filled in the sample company of a tenant, and for which day it was told: at most one, be two nodes asked at once.

create table sample_company (
    tenant_id uuid not null primary key references tenant (id),
    operation_id uuid not null,
    day date not null,
    removal_id uuid
);
