-- With whose eyes an administrator looks for a while.
alter table session add column seen_as uuid;
alter table session add foreign key (tenant_id, seen_as) references person (tenant_id, id);
alter table token add foreign key (tenant_id, role_id) references role (tenant_id, id);
create index token_of_role on token (tenant_id, role_id) where role_id is not null;
