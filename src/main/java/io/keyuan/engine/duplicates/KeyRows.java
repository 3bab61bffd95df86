package io.keyuan.engine.duplicates;

import io.keyuan.engine.Attribute;
import io.keyuan.engine.Column;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.Sameness;
import io.keyuan.engine.sql.DataChange;
import io.keyuan.engine.sql.DeleteRows;
import io.keyuan.engine.sql.Insert;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The keys of records as rows of their table, written with the records. */
public final class KeyRows {

    static final String TABLE = "duplicate_key";

    /** Raised where other keys are made of the same records: those there are no longer find each other. */
    static final long SHAPE = 2;

    private static final List<Column> COLUMNS =
            List.of(new Column("object", "text", true, ""), new Column("key", "bigint", true, ""), new Column("record_id", "uuid", true, ""));
    private static final Insert INSERT =
            new Insert(TABLE, COLUMNS, "on conflict (tenant_id, object, key, record_id) do update set object = excluded.object");
    private static final DeleteRows DELETE = new DeleteRows(TABLE, COLUMNS);
    private static final int MANY = 100;

    private KeyRows() {}

    /**
     * A record whose keys change.
     *
     * @param before what it had of each attribute; null where it was not there
     * @param after what it has; null where it is not there any more
     */
    public record Change(UUID record, @Nullable Function<Attribute<?>, @Nullable Object> before, @Nullable Function<Attribute<?>, @Nullable Object> after) {}

    /** Whether records are compared by this. */
    public static boolean matters(Attribute<?> attribute) {
        Sameness sameness = attribute.object().sameness();
        return sameness != null && sameness.compared().contains(attribute);
    }

    /** @param into grows by what has to be written */
    public static void write(ObjectType type, List<Change> records, List<DataChange> into) {
        Sameness sameness = Objects.requireNonNull(type.sameness());
        Stream<Change> stream = records.size() < MANY ? records.stream() : records.parallelStream();
        List<Rows> rows = stream.map(change -> rows(sameness, change)).toList();
        add(type, rows.stream().flatMap(row -> row.gone().stream()).toList(), into, false);
        add(type, rows.stream().flatMap(row -> row.come().stream()).toList(), into, true);
    }

    private record Row(UUID record, long key) {}

    private record Rows(List<Row> come, List<Row> gone) {}

    private static Rows rows(Sameness sameness, Change change) {
        Set<Long> before = change.before() == null ? Set.of() : Keys.of(Profile.of(sameness, change.before()));
        Set<Long> after = change.after() == null ? Set.of() : Keys.of(Profile.of(sameness, change.after()));
        return new Rows(rows(change.record(), after, before), rows(change.record(), before, after));
    }

    private static List<Row> rows(UUID record, Set<Long> some, Set<Long> without) {
        Set<Long> left = new HashSet<>(some);
        left.removeAll(without);
        return left.stream().map(key -> new Row(record, key)).toList();
    }

    private static void add(ObjectType type, List<Row> rows, List<DataChange> into, boolean come) {
        if (rows.isEmpty()) {
            return;
        }
        // In one order, so that two who write the same keys never wait for each other in a circle.
        List<Row> ordered = new ArrayList<>(rows);
        ordered.sort(java.util.Comparator.comparingLong(Row::key).thenComparing(Row::record));
        @Nullable Object[][] values = new Object[COLUMNS.size()][ordered.size()];
        for (int i = 0; i < ordered.size(); i++) {
            values[0][i] = type.name();
            values[1][i] = ordered.get(i).key();
            values[2][i] = ordered.get(i).record();
        }
        into.add(come ? INSERT.of(values) : DELETE.of(values));
    }
}
