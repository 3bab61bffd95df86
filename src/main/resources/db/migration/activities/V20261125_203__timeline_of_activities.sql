-- Logs and tasks are entries of timelines, in the order in which they stand there.
alter table contact_log add next_step_due date;

create index contact_log_on_customer on contact_log (tenant_id, customer_id, happened_at desc, id desc) where deleted_at is null;
create index contact_log_on_opportunity on contact_log (tenant_id, opportunity_id, happened_at desc, id desc) where deleted_at is null;
create index contact_log_on_contact on contact_log (tenant_id, contact_id, happened_at desc, id desc) where deleted_at is null;

create index task_on_customer on task (tenant_id, customer_id, created_at desc, id desc) where deleted_at is null;
create index task_on_opportunity on task (tenant_id, opportunity_id, created_at desc, id desc) where deleted_at is null;
