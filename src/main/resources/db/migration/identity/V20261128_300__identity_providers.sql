-- Who else may say who people are: identity providers by OpenID Connect, what each company has settled about its own, and who
-- of its people is whom there.

create table identity_provider (
    tenant_id         uuid        not null references tenant (id),
    id                uuid        not null,
    enabled           boolean     not null,
    label             text        not null,
    issuer            text        not null,
    client_id         text        not null,
    client_secret     text,                  -- sealed; null for a public client
    scopes            text        not null,  -- beside openid, with spaces between
    login_claim       text        not null,
    name_claim        text        not null,
    email_claim       text        not null,
    groups_claim      text,
    private_addresses boolean     not null,
    makes_people      boolean     not null,
    links_by_email    boolean     not null,
    passwords_allowed boolean     not null,
    default_role      text,
    roles             jsonb       not null,  -- [{"group", "role"}]
    created_at        timestamptz not null,
    updated_at        timestamptz not null,
    primary key (tenant_id, id)
);

-- A browser comes back to the address of a provider, which is all it says about the company.
create index identity_provider_id on identity_provider (id);

-- By issuer, not by provider: whoever is sub 7 of one issuer is somebody else at another, also after a provider was given
-- another issuer.
create table provided_identity (
    tenant_id    uuid        not null,
    issuer       text        not null,
    subject      text        not null,
    person_id    uuid        not null,
    linked_at    timestamptz not null,
    last_used_at timestamptz not null,
    primary key (tenant_id, issuer, subject),
    foreign key (tenant_id, person_id) references person (tenant_id, id)
);
create index provided_identity_of_person on provided_identity (tenant_id, person_id);

-- Browsers on their way to a provider and back. A row is good for one return.
create table sign_in_flow (
    tenant_id    uuid        not null,
    state        bytea       not null, -- SHA-256 of it
    provider_id  uuid        not null,
    browser      bytea       not null, -- SHA-256 of what the browser's cookie holds
    nonce        text        not null,
    verifier     text        not null,
    redirect_uri text        not null,
    next         text        not null,
    tried_by     uuid,                 -- the administrator who only wants to see what comes back
    expires_at   timestamptz not null,
    primary key (tenant_id, state),
    foreign key (tenant_id, provider_id) references identity_provider (tenant_id, id) on delete cascade
);
create index sign_in_flow_of_provider on sign_in_flow (tenant_id, provider_id);
create index sign_in_flow_expires on sign_in_flow (tenant_id, expires_at);

-- What a provider said when a session began, so that it can end it and be told of its end.
create table provider_session (
    tenant_id   uuid        not null,
    session_id  bytea       not null,
    provider_id uuid        not null,
    person_id   uuid        not null,
    subject     text        not null,
    sid         text,
    id_token    text        not null, -- sealed
    began_at    timestamptz not null,
    primary key (tenant_id, session_id),
    foreign key (tenant_id, provider_id) references identity_provider (tenant_id, id) on delete cascade,
    foreign key (tenant_id, person_id) references person (tenant_id, id)
);
create index provider_session_of_subject on provider_session (tenant_id, provider_id, subject);
create index provider_session_of_sid on provider_session (tenant_id, provider_id, sid);
create index provider_session_of_person on provider_session (tenant_id, person_id);

-- What came back when an administrator tried a provider last.
create table identity_provider_trial (
    tenant_id   uuid        not null,
    provider_id uuid        not null,
    person_id   uuid        not null,
    tried_at    timestamptz not null,
    outcome     jsonb       not null,
    primary key (tenant_id, provider_id, person_id),
    foreign key (tenant_id, provider_id) references identity_provider (tenant_id, id) on delete cascade,
    foreign key (tenant_id, person_id) references person (tenant_id, id)
);
create index identity_provider_trial_of_person on identity_provider_trial (tenant_id, person_id);
