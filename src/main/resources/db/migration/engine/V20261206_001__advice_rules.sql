-- What companies say of advice: rules of their own, and whether and with which weight those hold that are shipped.
create table advice_rule (
    tenant_id uuid not null,
    -- By which it is told and put off: the id of one of the company's own, or the name of one that is shipped, such as task.late.
    name text not null,
    version bigint not null,
    -- On whose records' pages it is told, by the name in code.
    object text not null,
    active boolean not null,
    weight integer not null,
    -- What the company has written; none where the rule is shipped.
    written jsonb,
    updated_at timestamptz not null,
    updated_by uuid not null,
    primary key (tenant_id, name)
);
