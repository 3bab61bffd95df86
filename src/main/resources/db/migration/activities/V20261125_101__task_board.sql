-- The columns of the board: the tasks of a state, the latest changed first.

create index task_on_board on task (tenant_id, state, updated_at desc, id desc, owner_id) where deleted_at is null;
