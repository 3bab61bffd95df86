alter table opportunity add column number text;
create unique index opportunity_number_unique on opportunity (tenant_id, number) where number is not null and deleted_at is null;
