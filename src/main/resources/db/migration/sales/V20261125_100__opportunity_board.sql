-- The columns of the board: the opportunities of a stage, the latest changed first.

create index opportunity_on_board on opportunity (tenant_id, stage, updated_at desc, id desc, owner_id) where deleted_at is null;
