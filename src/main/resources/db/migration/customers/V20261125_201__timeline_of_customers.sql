-- What happened to contacts is told on their customers' timelines.
update audit a set anchor_id = c.customer_id
from contact c
where a.tenant_id = c.tenant_id and a.record_id = c.id and a.object = 'contact' and c.customer_id is not null;
