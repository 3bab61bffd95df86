package io.keyuan.engine.jobs;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.springframework.modulith.NamedInterface;

/** Keeps rows for a while only: they go by themselves, in all tenants alike, whether anybody looks at them again or not. */
@NamedInterface("jobs")
public interface Passing {

    Rows passing();

    /**
     * Which rows, and when they go.
     *
     * @param key what tells one row from all others, of whatever tenant
     * @param at since when a row is there; the table has an index that begins with it
     */
    @NamedInterface("jobs")
    record Rows(Table<Record> table, List<Field<?>> key, Field<OffsetDateTime> at, Duration kept) {}
}
