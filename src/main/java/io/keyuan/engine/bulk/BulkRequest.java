package io.keyuan.engine.bulk;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What somebody asks for.
 *
 * @param filter which records, of a whole list
 * @param ids which records, one by one
 * @param update the values they get, by the names of attributes; null empties an attribute
 * @param delete whether they go to the recycle bin
 */
record BulkRequest(
        @Nullable String filter,
        @Nullable List<@Nullable String> ids,
        @Nullable Map<String, @Nullable Object> update,
        @Nullable Boolean delete,
        @Nullable Boolean dryRun) {}
