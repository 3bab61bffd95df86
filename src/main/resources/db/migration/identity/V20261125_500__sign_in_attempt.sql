-- Guesses of passwords, counted for all nodes together. Before somebody is signed in there is no tenant; the key is a hash,
-- since it is made of a login and an address.
create table sign_in_attempt (
    key          bytea            primary key,
    level        double precision not null,
    counted_at   timestamptz      not null,
    opens_at     timestamptz      not null,
    forgotten_at timestamptz      not null
);

create index sign_in_attempt_forgotten on sign_in_attempt (forgotten_at);
