-- What people are told. What comes from the same source is one row, which comes up again.
create table notification (
    tenant_id uuid not null,
    id uuid not null,
    person_id uuid not null,
    kind text not null,
    source text not null,
    object text,
    record_id uuid,
    by_id uuid,
    count integer not null,
    details jsonb not null,
    shown boolean not null,
    at timestamptz not null,
    read_at timestamptz,
    mail_due_at timestamptz,
    primary key (tenant_id, id)
);

create unique index notification_source on notification (tenant_id, person_id, kind, source);
create index notification_of_person on notification (tenant_id, person_id, at desc, id desc) where shown;
create index notification_unread on notification (tenant_id, person_id) where shown and read_at is null;
create index notification_of_record on notification (tenant_id, record_id) where record_id is not null;
create index notification_mail_due on notification (mail_due_at) where mail_due_at is not null;
create index notification_by_age on notification (at);

-- What people have chosen: by kind where they are told, and when they want no mail. Whoever has chosen nothing has no row.
create table notification_preference (
    tenant_id uuid not null,
    person_id uuid not null,
    channels jsonb not null,
    quiet_from time,
    quiet_to time,
    time_zone text,
    primary key (tenant_id, person_id)
);
