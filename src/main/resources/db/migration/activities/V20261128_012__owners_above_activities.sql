-- What hangs on a customer carries the customer's owner, who sees it whoever made it.

alter table contact_log add column customer_owner_id uuid;
update contact_log c set customer_owner_id = p.owner_id
    from customer p where p.tenant_id = c.tenant_id and p.id = c.customer_id and p.owner_id is not null;
update search_document d set above_id = c.customer_id, above_owner_id = c.customer_owner_id
    from contact_log c where d.tenant_id = c.tenant_id and d.record_id = c.id and c.customer_id is not null;
alter table contact_log add foreign key (tenant_id, customer_owner_id) references person (tenant_id, id);
create index contact_log_of_customer_owner on contact_log (tenant_id, customer_owner_id, created_at desc, id desc)
    where deleted_at is null and customer_owner_id is not null;

alter table task add column customer_owner_id uuid;
update task c set customer_owner_id = p.owner_id
    from customer p where p.tenant_id = c.tenant_id and p.id = c.customer_id and p.owner_id is not null;
update search_document d set above_id = c.customer_id, above_owner_id = c.customer_owner_id
    from task c where d.tenant_id = c.tenant_id and d.record_id = c.id and c.customer_id is not null;
alter table task add foreign key (tenant_id, customer_owner_id) references person (tenant_id, id);
create index task_of_customer_owner on task (tenant_id, customer_owner_id, created_at desc, id desc)
    where deleted_at is null and customer_owner_id is not null;
