-- Which job last carried a sharing rule out.
alter table sharing_rule add column job_id uuid;

update sharing_rule r
set job_id = (select j.id from job j
              where j.tenant_id = r.tenant_id and j.kind = 'sharing' and j.arguments ->> 'rule' = r.id::text
              order by j.id desc limit 1);
