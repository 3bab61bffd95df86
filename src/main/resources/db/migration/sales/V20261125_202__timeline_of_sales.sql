-- What happened to opportunities is told on their customers' timelines, and of lines on their opportunities'.
update audit a set anchor_id = o.customer_id
from opportunity o
where a.tenant_id = o.tenant_id and a.record_id = o.id and a.object = 'opportunity' and o.customer_id is not null;

update audit a set anchor_id = l.opportunity_id
from opportunity_line l
where a.tenant_id = l.tenant_id and a.record_id = l.id and a.object = 'opportunityLine';
