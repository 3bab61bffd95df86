-- What a company calls its choices, by the tag of the language; the message files' word stands where it says nothing. Those there were have one word, which
-- is read in every language as long as no other is said.
alter table choice add column labels jsonb not null default '{}';
update choice set labels = jsonb_build_object('zh-CN', label) where label is not null;
alter table choice drop column label;

-- Which one a new record begins with, where nobody says another.
alter table choice add column initial boolean not null default false;
update choice set initial = true where (attribute, code) in (
    ('opportunity.stage', 'prospecting'), ('lead.state', 'new'), ('customer.kind', 'company'), ('task.state', 'open'),
    ('relationship.kind', 'knows'), ('user.account', 'uninvited'));
create unique index choice_initial on choice (tenant_id, attribute) where initial;

-- Counts the changes of a list, so that two who change it at once are told; a list without a row has not been changed.
create table choice_list (
    tenant_id uuid not null,
    attribute text not null,
    version bigint not null,
    primary key (tenant_id, attribute)
);
