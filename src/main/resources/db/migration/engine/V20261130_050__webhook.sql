-- Addresses of other programs that are told of changes, and how far each has been told.
create table webhook (
    tenant_id uuid not null,
    id uuid not null,
    version bigint not null,
    name text not null,
    url text not null,
    -- Empty for all.
    objects text[] not null,
    actions text[] not null,
    own_network boolean not null,
    active boolean not null,
    secret text not null,
    -- What signs beside it until then, so that the receiver can change over.
    former_secret text,
    former_until timestamptz,
    transaction_id bigint not null,
    sequence bigint not null,
    -- Since when nothing has arrived.
    troubled_since timestamptz,
    primary key (tenant_id, id)
);

-- One message to one of them: kept until it has arrived or nobody tries any more, and thirty days beyond.
create table webhook_delivery (
    tenant_id uuid not null,
    id uuid not null,
    webhook_id uuid not null,
    type text not null,
    body text not null,
    state text not null,
    attempts integer not null,
    next_at timestamptz,
    last_at timestamptz,
    status integer,
    trouble text,
    answer text,
    primary key (tenant_id, id)
);

create index webhook_delivery_of_webhook on webhook_delivery (tenant_id, webhook_id, id);
create index webhook_delivery_due on webhook_delivery (tenant_id, webhook_id, next_at) where state = 'waiting';
create index webhook_delivery_due_anywhere on webhook_delivery (next_at) where state = 'waiting';
