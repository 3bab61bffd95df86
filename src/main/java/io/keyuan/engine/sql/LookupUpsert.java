package io.keyuan.engine.sql;

import io.keyuan.engine.ValueIndex;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Puts values where they are looked up, in the place of what stood there: one statement for any number of attributes and records. */
public final class LookupUpsert {

    private final String sql;
    private final String type;

    public LookupUpsert(ValueIndex.Kind kind) {
        type = kind.value().sqlType();
        sql = "insert into " + Insert.quoted(kind.table()) + " (tenant_id, attribute, record_id, value)"
                + " select ?, u.attribute, u.record_id, coalesce(u.value, " + kind.value().lowest() + ")"
                + " from unnest(?::uuid[], ?::uuid[], ?::" + type + "[]) as u(attribute, record_id, value)"
                + " on conflict (tenant_id, attribute, record_id) do update set value = excluded.value";
    }

    /** The three are of one length; a null value stands as the lowest. */
    public DataChange of(List<UUID> attributes, List<UUID> records, List<@Nullable Object> values) {
        return new DataChange(
                sql,
                List.of(
                        Parameter.tenant(), new Parameter.Many("uuid", attributes.toArray()), new Parameter.Many("uuid", records.toArray()),
                        new Parameter.Many(type, values.toArray())),
                records.size());
    }
}
