-- What happened to records and with them, for timelines.

-- The record on whose timeline a change is told as well, as it was when the change was made.
alter table audit add anchor_id uuid;

drop index audit_of_record;
create index audit_of_record on audit (tenant_id, record_id, at desc, id desc);
create index audit_of_anchor on audit (tenant_id, anchor_id, object, at desc, id desc) where anchor_id is not null;

-- What people say about any record. People who are named stand in the text as @[id].
create table comment (
    tenant_id uuid not null,
    id uuid not null,
    object text not null,
    record_id uuid not null,
    anchor_id uuid,
    reply_to uuid,
    replies integer not null default 0,
    body text not null,
    at timestamptz not null,
    author uuid not null,
    edited_at timestamptz,
    deleted_at timestamptz,
    primary key (tenant_id, id),
    foreign key (tenant_id, reply_to) references comment (tenant_id, id)
);

create index comment_of_record on comment (tenant_id, record_id, at desc, id desc);
create index comment_of_anchor on comment (tenant_id, anchor_id, object, at desc, id desc) where anchor_id is not null;
create index comment_replies on comment (tenant_id, reply_to, id) where reply_to is not null;

-- Who was named where, and whether they have seen it.
create table mention (
    tenant_id uuid not null,
    comment_id uuid not null,
    person_id uuid not null,
    object text not null,
    record_id uuid not null,
    at timestamptz not null,
    seen_at timestamptz,
    primary key (tenant_id, comment_id, person_id),
    foreign key (tenant_id, comment_id) references comment (tenant_id, id)
);

create index mention_of_person on mention (tenant_id, person_id, at desc, comment_id desc);
create index mention_unseen on mention (tenant_id, person_id, record_id) where seen_at is null;

-- Who follows what, and up to when they know of it: by time, and by the first id that could be made then.
create table follow (
    tenant_id uuid not null,
    person_id uuid not null,
    record_id uuid not null,
    object text not null,
    since timestamptz not null,
    seen_at timestamptz not null,
    seen_id uuid not null,
    primary key (tenant_id, person_id, record_id)
);

create index follow_of_record on follow (tenant_id, record_id, since, person_id);
