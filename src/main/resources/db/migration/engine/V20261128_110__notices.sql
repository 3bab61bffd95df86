-- What is told to people of what others change. It is read from the change log afterwards, so that writing costs nothing.

-- To whom a change gave how many of the records, and one of them: {"<person>": {"count": 500, "first": "<record>"}}.
alter table change_log add handed jsonb;

-- Up to where the change log was read for that, and on which day people were last reminded of what is due.
create table notice_position (
    tenant_id uuid primary key,
    transaction_id bigint not null,
    sequence bigint not null,
    reminded_on date not null
);

-- Nobody is told of what was before.
insert into notice_position
select t.id, coalesce((select max(c.transaction_id::text::bigint) from change_log c where c.tenant_id = t.id), 0), 9223372036854775807, current_date
from tenant t;
