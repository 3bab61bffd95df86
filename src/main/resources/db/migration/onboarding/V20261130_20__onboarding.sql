-- What people said of the steps they begin with. What is done shows in the data itself, and is not kept here.
create table onboarding_step (
    tenant_id uuid not null,
    person_id uuid not null,
    step      text not null,
    state     text not null,
    primary key (tenant_id, person_id, step)
);
