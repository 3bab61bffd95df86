-- Rules that do something when something happens to a record, or when its time comes.
create table automation_rule (
    tenant_id uuid not null,
    id uuid not null,
    version bigint not null,
    object text not null,
    name text not null,
    active boolean not null,
    -- Why it does nothing though it is switched on; none where it does.
    paused text,
    -- With whose rights it acts, and in which language that person wants to be told.
    owner_id uuid not null,
    language text not null,
    trigger jsonb not null,
    condition text,
    actions jsonb not null,
    -- Changes of transactions that began before are none of its business.
    since bigint not null,
    -- Of one that goes by the clock: up to when it was looked for what is due, and the last record of the round that is underway.
    looked_at timestamptz,
    round_at timestamptz,
    passed uuid,
    last_at timestamptz,
    failed_at timestamptz,
    updated_at timestamptz not null,
    updated_by uuid not null,
    primary key (tenant_id, id)
);

create index automation_rule_of_object on automation_rule (tenant_id, object, id);
create index automation_rule_timed on automation_rule (looked_at) where looked_at is not null and active and paused is null;

-- One rule and one occasion, from when it is noticed until thirty days after it came to an end. That there is one row for both is
-- what makes a rule run once.
create table automation_run (
    tenant_id uuid not null,
    id uuid not null,
    rule_id uuid not null,
    -- The change in the audit; of the clock, a number made of the record and the moment.
    cause_id uuid not null,
    record_id uuid not null,
    -- How many rules stand between this and what somebody did, and which of them ran for this record.
    depth integer not null,
    seen uuid[] not null,
    -- Whether it lets others go first.
    late boolean not null,
    state text not null,
    due_at timestamptz not null,
    attempts integer not null,
    at timestamptz not null,
    ended_at timestamptz,
    operation_id uuid,
    outcome jsonb,
    primary key (tenant_id, id),
    unique (tenant_id, rule_id, cause_id)
);

create index automation_run_of_rule on automation_run (tenant_id, rule_id, id);
create index automation_run_waiting on automation_run (tenant_id, rule_id, late, id) where state = 'waiting';
create index automation_run_due on automation_run (due_at) where state = 'waiting';
create index automation_run_of_operation on automation_run (tenant_id, operation_id, record_id) where operation_id is not null;
create index automation_run_of_record on automation_run (tenant_id, record_id);
create index automation_run_acted on automation_run (tenant_id, ended_at) where state in ('done', 'failed');
create index automation_run_ended on automation_run (ended_at) where ended_at is not null;

-- What rules did together, one row for each operation: by it a change is known as a rule's for as long as it is told.
create table automation_operation (
    tenant_id uuid not null,
    id uuid not null,
    rule_id uuid not null,
    rule_name text not null,
    depth integer not null,
    primary key (tenant_id, id)
);

-- How far a company's rules know what has changed.
create table automation_position (
    tenant_id uuid not null primary key,
    position bigint not null,
    audit_id uuid not null
);
