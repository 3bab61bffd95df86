package io.keyuan.engine.attribute;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;

import io.keyuan.engine.ObjectDefinition;
import io.keyuan.engine.sql.Tables;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Definitions of objects as rows of their table. */
@Component
final class ObjectTable {

    static final String NAME_OF_TABLE = "custom_object";
    static final Table<Record> TABLE = Tables.of(NAME_OF_TABLE, "o");
    static final Field<UUID> ID = Tables.uuid("o", "id");
    static final Field<UUID> TENANT = Tables.uuid("o", "tenant_id");
    static final Field<Long> VERSION = Tables.number("o", "version");
    static final Field<String> NAME = Tables.text("o", "name");
    static final Field<String> PATH = Tables.text("o", "path");
    static final Field<Integer> PLACE = field(name("o", "place"), SQLDataType.INTEGER);
    static final Field<@Nullable OffsetDateTime> REMOVED = Tables.time("o", "removed_at");
    static final Field<@Nullable OffsetDateTime> ERASED = Tables.time("o", "erased_at");

    private static final TypeReference<Map<String, String>> WORDS = new TypeReference<>() {};

    private final JsonMapper json;

    ObjectTable(JsonMapper json) {
        this.json = json;
    }

    /** What a row says, with the version under which it may be changed. */
    record Written(ObjectDefinition definition, long version) {}

    Written read(Record row) {
        OffsetDateTime removed = row.get(REMOVED);
        return new Written(
                new ObjectDefinition(
                        row.get(ID), row.get(NAME), row.get(PATH), words(row, "labels"), words(row, "plurals"), words(row, "titles"),
                        row.get("description", String.class), row.get("icon", String.class), row.get(PLACE), row.get("owned", Boolean.class),
                        row.get("staged", Boolean.class), removed == null ? null : removed.toInstant(), row.get(ERASED) != null),
                row.get(VERSION));
    }

    private Map<String, String> words(Record row, String column) {
        return json.readValue(row.get(column, JSONB.class).data(), WORDS);
    }

    /** What people may change of it, by the columns that are set. */
    Map<Field<?>, Object> changeable(ObjectDefinition definition) {
        return new HashMap<>(Map.of(
                words("labels"), words(definition.labels()),
                words("plurals"), words(definition.plurals()),
                words("titles"), words(definition.titles()),
                DefinitionTable.column("description", SQLDataType.CLOB), definition.description(),
                DefinitionTable.column("icon", SQLDataType.CLOB), definition.icon(),
                DefinitionTable.column("place", SQLDataType.INTEGER), definition.place()));
    }

    private static Field<JSONB> words(String column) {
        return DefinitionTable.column(column, SQLDataType.JSONB);
    }

    private JSONB words(Map<String, String> words) {
        return JSONB.valueOf(json.writeValueAsString(words));
    }
}
