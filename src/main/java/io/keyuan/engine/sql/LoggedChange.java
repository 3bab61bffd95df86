package io.keyuan.engine.sql;

import io.keyuan.engine.Caller;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A row of the change log: what the current caller does to records in the current transaction.
 *
 * @param object the object's name in code
 * @param attributes the names of those that any of them changed; the stamps of a change are not among them
 * @param handed JSON that says to whom how many of the records were given, and which is one of them; null where none was
 */
public record LoggedChange(String object, String action, List<UUID> ids, List<String> attributes, @Nullable String handed) {

    private static final String SQL = "insert into change_log"
            + " (tenant_id, transaction_id, object, action, at, actor, operation_id, ids, attributes, handed) values (?, "
            + Snapshots.CURRENT.replace("{0}", "?::bigint") + ", ?, ?, ?, ?::uuid, ?::uuid, ?, ?, ?::jsonb)";

    /** @param era how often the tenant's data came back from a backup */
    public DataChange in(int era) {
        Caller caller = Caller.current();
        return new DataChange(
                SQL,
                List.of(
                        Parameter.tenant(),
                        new Parameter.One("bigint", Snapshots.offset(era)),
                        new Parameter.One("text", object),
                        new Parameter.One("text", action),
                        new Parameter.One("timestamptz", Tables.bound(Instant.now())),
                        new Parameter.One("uuid", caller.person()),
                        new Parameter.One("uuid", caller.operation()),
                        new Parameter.Many("uuid", ids.toArray()),
                        new Parameter.Many("text", attributes.toArray()),
                        new Parameter.One("jsonb", handed)),
                1);
    }
}
