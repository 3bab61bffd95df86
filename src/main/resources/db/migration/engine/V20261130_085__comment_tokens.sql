-- What comments are found by. Those there were are read anew behind everybody.
alter table comment add column tokens tsvector;

create index comment_tokens on comment using gin (tokens);
create index comment_without_tokens on comment (tenant_id, id) where tokens is null;
