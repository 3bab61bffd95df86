-- Second factors, one-time links, known devices, and what a company demands of those who sign in.

-- When the person last proved who they are, for what is only done soon after that; null where it was at the beginning.
alter table session add column confirmed_at timestamptz;
-- By what the session began; null for a password.
alter table session add column means text;

-- The key to role comes with that table.
alter table token add column role_id uuid;
alter table token add column read_only boolean not null default false;

create table sign_in_policy (
    tenant_id     uuid    primary key references tenant (id),
    second_factor text    not null, -- of whom it is demanded: nobody, administrators, everybody
    idle_minutes  integer not null,
    longest_hours integer not null
);

create table second_factor (
    tenant_id    uuid        not null,
    person_id    uuid        not null,
    secret       text        not null, -- sealed by a key that is not in the database
    made_at      timestamptz not null,
    confirmed_at timestamptz,          -- null while it is being set up
    used_step    bigint      not null, -- no code of this or an earlier half minute is good any more
    primary key (tenant_id, person_id),
    foreign key (tenant_id, person_id) references person (tenant_id, id)
);

create table recovery_code (
    tenant_id uuid  not null,
    person_id uuid  not null,
    hash      bytea not null, -- SHA-256 of salt and code
    salt      bytea not null,
    primary key (tenant_id, person_id, hash),
    foreign key (tenant_id, person_id) references person (tenant_id, id)
);

-- What a mail brings somebody: one of a kind, and a new one ends the one before. Found by its hash like a session, since a
-- link is all that is brought.
create table account_link (
    tenant_id  uuid        not null,
    person_id  uuid        not null,
    kind       text        not null, -- invitation, reset
    hash       bytea       not null unique, -- SHA-256 of what the link holds
    created_at timestamptz not null,
    expires_at timestamptz not null,
    primary key (tenant_id, person_id, kind),
    foreign key (tenant_id, person_id) references person (tenant_id, id)
);

-- Browsers in which somebody has signed in before. Guesses made elsewhere do not slow them down.
create table known_device (
    tenant_id    uuid        not null,
    person_id    uuid        not null,
    hash         bytea       not null, -- SHA-256 of what the cookie holds
    last_seen_at timestamptz not null,
    primary key (tenant_id, person_id, hash),
    foreign key (tenant_id, person_id) references person (tenant_id, id)
);
