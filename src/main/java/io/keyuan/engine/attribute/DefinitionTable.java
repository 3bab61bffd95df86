package io.keyuan.engine.attribute;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;

import io.keyuan.engine.AttributeDefinition;
import io.keyuan.engine.AttributeKind;
import io.keyuan.engine.Calculation;
import io.keyuan.engine.sql.Tables;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Definitions as rows of their table. */
@Component
final class DefinitionTable {

    static final Table<Record> TABLE = Tables.of("custom_attribute", "a");
    static final Field<UUID> ID = Tables.uuid("a", "id");
    static final Field<UUID> TENANT = Tables.uuid("a", "tenant_id");
    static final Field<Long> VERSION = Tables.number("a", "version");
    static final Field<String> OBJECT = Tables.text("a", "object");
    static final Field<String> NAME = Tables.text("a", "name");
    static final Field<Integer> SLOT = field(name("a", "slot"), SQLDataType.INTEGER);
    static final Field<Integer> PLACE = field(name("a", "place"), SQLDataType.INTEGER);
    static final Field<@Nullable UUID> PASSED = Tables.uuid("a", "passed");
    static final Field<Boolean> FILTERABLE = field(name("a", "filterable"), SQLDataType.BOOLEAN);
    static final Field<Boolean> INDEXED = field(name("a", "indexed"), SQLDataType.BOOLEAN);
    static final Field<@Nullable OffsetDateTime> BEGAN = Tables.time("a", "round_began_at");
    static final Field<@Nullable OffsetDateTime> REMOVED = Tables.time("a", "removed_at");
    static final Field<@Nullable OffsetDateTime> ERASED = Tables.time("a", "erased_at");

    private static final TypeReference<Map<String, String>> LABELS = new TypeReference<>() {};

    private final JsonMapper json;

    DefinitionTable(JsonMapper json) {
        this.json = json;
    }

    /** What a row says, with the version under which it may be changed. */
    record Written(AttributeDefinition definition, long version) {}

    Written read(Record row) {
        OffsetDateTime removed = row.get(REMOVED);
        return new Written(
                new AttributeDefinition(
                        row.get(ID), row.get(OBJECT), row.get(NAME), row.get(SLOT),
                        Objects.requireNonNull(AttributeKind.of(row.get("kind", String.class))),
                        json.readValue(row.get("labels", JSONB.class).data(), LABELS),
                        row.get("target", String.class), row.get("required", Boolean.class), row.get(FILTERABLE), row.get(INDEXED),
                        row.get("searchable", Boolean.class), row.get("sensitive", Boolean.class), row.get(PLACE),
                        calculation(row.get("calculation", JSONB.class)),
                        removed == null ? null : removed.toInstant()),
                row.get(VERSION));
    }

    private @Nullable Calculation calculation(@Nullable JSONB stored) {
        Stored read = stored == null ? null : json.readValue(stored.data(), Stored.class);
        if (read == null) {
            return null;
        }
        return read.formula() != null
                ? new Calculation.Formula(read.formula())
                : new Calculation.Summary(
                        Objects.requireNonNull(read.object()), Objects.requireNonNull(read.reference()),
                        Objects.requireNonNull(Calculation.Function.of(read.function())), read.attribute(), read.condition());
    }

    private @Nullable JSONB stored(@Nullable Calculation calculation) {
        Stored stored = switch (calculation) {
            case null -> null;
            case Calculation.Formula formula -> new Stored(formula.text(), null, null, null, null, null);
            case Calculation.Summary summary -> new Stored(
                    null, summary.object(), summary.reference(), summary.function().code(), summary.attribute(), summary.condition());
        };
        return stored == null ? null : JSONB.valueOf(json.writeValueAsString(stored));
    }

    /** A calculation as it is written down. */
    private record Stored(
            @Nullable String formula, @Nullable String object, @Nullable String reference, @Nullable String function, @Nullable String attribute,
            @Nullable String condition) {}

    /** What people may change of it, by the columns that are set. */
    Map<Field<?>, Object> changeable(AttributeDefinition definition) {
        Map<Field<?>, Object> values = new HashMap<>(Map.of(
                column("labels", SQLDataType.JSONB), JSONB.valueOf(json.writeValueAsString(definition.labels())),
                column("required", SQLDataType.BOOLEAN), definition.required(),
                column("filterable", SQLDataType.BOOLEAN), definition.filterable(),
                column("indexed", SQLDataType.BOOLEAN), definition.indexed(),
                column("sensitive", SQLDataType.BOOLEAN), definition.sensitive(),
                column("place", SQLDataType.INTEGER), definition.place()));
        JSONB calculation = stored(definition.calculation());
        if (calculation != null) {
            values.put(column("calculation", SQLDataType.JSONB), calculation);
        }
        return values;
    }

    static <T> Field<T> column(String column, DataType<T> type) {
        return field(name(column), type);
    }

    static @Nullable OffsetDateTime bound(@Nullable Instant time) {
        return time == null ? null : Tables.bound(time);
    }
}
