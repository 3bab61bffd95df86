-- What has changed since a moment, one row for a batch: by it lists are shown as they were.
create index change_log_by_time on change_log (tenant_id, object, at);
