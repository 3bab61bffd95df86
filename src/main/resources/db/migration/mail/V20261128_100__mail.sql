-- How a company's mail goes out. The password is sealed by a key that is not in the database.
create table mail_setting (
    tenant_id uuid primary key,
    host text not null,
    port integer not null,
    security text not null,
    login text,
    password text,
    from_address text not null,
    from_name text,
    reply_to text,
    public_address text not null,
    changed_at timestamptz not null,
    changed_by uuid not null
);

-- What is to go out and what has gone. The content is sealed, since it may hold what lets somebody in, and goes with the sending.
create table mail_letter (
    tenant_id uuid not null,
    id uuid not null,
    to_address text not null,
    to_name text,
    subject text not null,
    content text,
    state text not null,
    attempts integer not null,
    due_at timestamptz not null,
    trouble text,
    reply text,
    created_at timestamptz not null,
    sent_at timestamptz,
    primary key (tenant_id, id)
);

create index mail_letter_due on mail_letter (due_at) where state = 'waiting';
create index mail_letter_by_age on mail_letter (created_at);
