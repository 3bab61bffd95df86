-- What a company has settled beyond what every tenant has; without a row all is as it begins.

create table company_setting (
    tenant_id         uuid    primary key references tenant (id),
    fiscal_year_start integer not null,
    languages         text[]  not null,
    default_language  text,
    number_format     text    not null,
    date_format       text    not null,
    working_hours     jsonb   not null,
    legal_name        text,
    address           text,
    phone             text,
    tax_number        text,
    bank              text,
    logo              bytea,
    logo_type         text
);

-- Days that are not as their weekday: free, or worked to make up for one that is.
create table holiday (
    tenant_id uuid    not null references tenant (id),
    day       date    not null,
    name      text    not null,
    worked    boolean not null,
    primary key (tenant_id, day)
);
