package io.keyuan.engine.bulk;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a job that changes many records is asked for.
 *
 * @param object the name in code of the object
 * @param update the values they get; null where they are deleted
 * @param dryRun whether it only tells what would become of them
 */
record BulkOrder(String object, Chosen chosen, @Nullable Map<String, @Nullable Object> update, boolean dryRun) {}
