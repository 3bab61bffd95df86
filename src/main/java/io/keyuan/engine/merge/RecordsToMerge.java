package io.keyuan.engine.merge;

import io.keyuan.engine.ObjectType;
import io.keyuan.engine.Row;
import io.keyuan.engine.query.Reader;
import io.keyuan.engine.sql.Tables;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.SelectSeekStep1;
import org.springframework.stereotype.Component;

/** The records that are to become one, with every value they have, whoever may read it. */
@Component
class RecordsToMerge {

    private final DSLContext sql;

    RecordsToMerge(DSLContext sql) {
        this.sql = sql;
    }

    /** Those of them that are there. */
    Map<UUID, Row> read(ObjectType type, Collection<UUID> ids) {
        Reader reader = Reader.all(type);
        return byId(type, reader.fetch(statement(type, reader, ids)));
    }

    /** The same, kept from changing until the transaction ends: of two merges of one record the second finds it gone. */
    Map<UUID, Row> lock(ObjectType type, Collection<UUID> ids) {
        Reader reader = Reader.all(type);
        return byId(type, reader.fetch(statement(type, reader, ids).forUpdate().of(Tables.rows(type, "t"))));
    }

    private SelectSeekStep1<Record, UUID> statement(ObjectType type, Reader reader, Collection<UUID> ids) {
        return sql.select(reader.fields("t"))
                .from(Tables.rows(type, "t"))
                .where(Tables.ofTenant(type, "t"))
                .and(Tables.among(Tables.uuid("t", "id"), ids.toArray(UUID[]::new)))
                .and(Tables.alive("t"))
                .orderBy(Tables.uuid("t", "id"));
    }

    private static Map<UUID, Row> byId(ObjectType type, List<Row> rows) {
        Map<UUID, Row> byId = new LinkedHashMap<>();
        rows.forEach(row -> byId.put(Objects.requireNonNull(row.get(type.id)), row));
        return byId;
    }
}
