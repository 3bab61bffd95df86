package io.keyuan.engine.timeline;

import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;

import io.keyuan.engine.ObjectType;
import io.keyuan.engine.ObjectTypes;
import io.keyuan.engine.sql.Tables;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells which files came to a record, and which versions of them. */
@Component
class FilesAdded {

    private static final Field<UUID> ID = Tables.uuid("v", "id");
    private static final Field<Integer> NUMBER = field(name("v", "number"), SQLDataType.INTEGER);

    private final DSLContext sql;
    private final ObjectTypes types;

    FilesAdded(DSLContext sql, ObjectTypes types) {
        this.sql = sql;
        this.types = types;
    }

    /**
     * A version that came.
     *
     * @param file whose version it is
     * @param name what it was called then
     * @param size in bytes
     */
    record Added(UUID file, UUID record, UUID by, String name, int number, long size, String type) {}

    Map<UUID, Added> read(Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        return sql.select(
                        ID, Tables.uuid("v", "file_id"), Tables.uuid("v", "record_id"), Tables.uuid("v", "author"), Tables.text("v", "name"),
                        NUMBER, Tables.number("v", "size"), Tables.text("v", "media_type"))
                .from(Tables.of("record_file_version", "v"))
                .where(Tables.ofTenant("v"))
                .and(ID.eq(any(ids.toArray(UUID[]::new))))
                .fetchMap(ID, FilesAdded::added);
    }

    private static Added added(Record row) {
        return new Added(
                row.get(Tables.uuid("v", "file_id")), row.get(Tables.uuid("v", "record_id")), row.get(Tables.uuid("v", "author")),
                row.get(Tables.text("v", "name")), row.get(NUMBER), row.get(Tables.number("v", "size")), row.get(Tables.text("v", "media_type")));
    }

    void want(ObjectType type, Added added, Names names) {
        names.want(types.people(), added.by());
        names.want(type, added.record());
    }

    void tell(ObjectType type, Added added, Names names, Map<String, @Nullable Object> item) {
        Map<String, Object> file = new LinkedHashMap<>();
        file.put("id", added.file().toString());
        file.put("name", added.name());
        file.put("version", added.number());
        file.put("size", added.size());
        file.put("mediaType", added.type());
        item.put("by", names.reference(added.by()));
        item.put("record", names.record(type, added.record()));
        item.put("file", file);
    }
}
