-- Which attributes a batch changed, so that whoever asks for the past passes over what does not concern the question. Not known of
-- rows that are older.
alter table change_log add attributes text[];
