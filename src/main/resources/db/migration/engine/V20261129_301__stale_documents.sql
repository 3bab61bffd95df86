-- Documents written before it was kept whose attribute each line is; they are found at once and written anew by a job.
create index search_document_without_sources on search_document (tenant_id, record_id) where body is not null and sources is null;
