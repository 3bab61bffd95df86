package io.keyuan.engine.attribute;

import io.keyuan.engine.Attribute;
import io.keyuan.engine.ValueIndex;
import io.keyuan.engine.sql.DataChange;
import io.keyuan.engine.sql.LookupUpsert;
import io.keyuan.engine.sql.Sorting;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.NamedInterface;

/** Values of some records on their way to where they are looked up. */
@NamedInterface("attribute")
public final class Lookups {

    private static final Map<ValueIndex.Kind, LookupUpsert> UPSERTS =
            Stream.of(ValueIndex.Kind.values()).collect(Collectors.toUnmodifiableMap(kind -> kind, LookupUpsert::new));

    private final Map<ValueIndex.Kind, Rows> rows = new EnumMap<>(ValueIndex.Kind.class);

    private record Rows(List<UUID> attributes, List<UUID> records, List<@Nullable Object> values) {

        Rows() {
            this(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        }
    }

    /** An attribute of which nothing is kept is left out. */
    public <T> void put(Attribute<T> attribute, UUID record, @Nullable T value) {
        ValueIndex index = attribute.keptIndex();
        if (index != null) {
            Rows kind = rows.computeIfAbsent(index.kind(), any -> new Rows());
            kind.attributes().add(index.attribute());
            kind.records().add(record);
            kind.values().add(cell(attribute, value));
        }
    }

    /** What the attribute sorts by. */
    private static <T> @Nullable Object cell(Attribute<T> attribute, @Nullable T value) {
        @Nullable Object[] cells = new Object[attribute.columns().size()];
        attribute.type().bind(value, cells);
        return cells[attribute.columns().indexOf(Sorting.column(attribute))];
    }

    /** At most one statement for each kind of value. */
    public List<DataChange> changes() {
        List<DataChange> changes = new ArrayList<>();
        rows.forEach((kind, of) -> changes.add(java.util.Objects.requireNonNull(UPSERTS.get(kind)).of(of.attributes(), of.records(), of.values())));
        return changes;
    }
}
