-- Records that hang on nothing, such as customers, are looked for by names that hundreds of newer records below them bear as well. Their
-- documents have indexes of their own. Each document stands in one index of tokens, so that writing costs what it did.
drop index search_document_tokens;
create index search_document_tokens_of_roots on search_document using gin (tokens) with (gin_pending_list_limit = 256) where above_id is null;
create index search_document_tokens_of_hanging on search_document using gin (tokens) with (gin_pending_list_limit = 256)
    where above_id is not null;

create index search_document_roots on search_document (tenant_id, record_id desc) include (owner_id) where above_id is null;
create index search_document_roots_of_owner on search_document (tenant_id, owner_id, record_id desc) where above_id is null;

-- By how a title begins, as it was written but for the case of letters; in the order of the letters' numbers, which LIKE can use.
create index search_document_roots_by_title on search_document (tenant_id, (lower(left(title, 100)) collate "C")) where above_id is null;
