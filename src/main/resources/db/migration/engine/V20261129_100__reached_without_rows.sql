-- What decides who reaches a row stands in the indexes by which rows are walked, so that those that are not reached are never read.

-- Walking from the newest document, for several people at once: owners stand in the key itself.
alter table search_document drop constraint search_document_pkey;
alter table search_document add primary key (tenant_id, record_id) include (owner_id, above_owner_id);

-- From somebody to what was given to them, the newest first, and from a record to whom it was given.
drop index record_grant_of_principal;
create index record_grant_of_principal on record_grant (tenant_id, principal_id, object, record_id)
    include (until, editing, along, kind);
alter table record_grant drop constraint record_grant_pkey;
alter table record_grant add primary key (tenant_id, record_id, principal_id, kind) include (object, until, editing, along);
