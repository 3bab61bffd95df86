package io.keyuan.engine.imports;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import io.keyuan.engine.Caller;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.sql.Tables;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Remembers for a company how files with certain headers, in whatever order, were mapped to an object the last time. */
@Repository
class MapMemory {

    private final DSLContext sql;

    MapMemory(DSLContext sql) {
        this.sql = sql;
    }

    /**
     * A map as JSON.
     *
     * @param own whether it was the caller who used it last
     */
    record Remembered(String map, boolean own) {}

    /** @return null where there were no such headers before */
    @Nullable Remembered find(ObjectType type, List<String> headers) {
        return sql.select(Tables.json("m", "map"), Tables.uuid("m", "person_id"))
                .from(Tables.of("import_memory", "m"))
                .where(Tables.ofTenant("m"))
                .and(Tables.text("m", "object").eq(type.name()))
                .and(Tables.text("m", "headers").eq(digest(headers)))
                .fetchOne(row -> new Remembered(row.value1().data(), row.value2().equals(Caller.current().person())));
    }

    /** @param map as JSON */
    void remember(ObjectType type, List<String> headers, String map) {
        var stored = field(name("map"), SQLDataType.JSONB);
        var person = field(name("person_id"), SQLDataType.UUID);
        var at = field(name("at"), SQLDataType.TIMESTAMPWITHTIMEZONE);
        var tenant = field(name("tenant_id"), SQLDataType.UUID);
        var object = field(name("object"), SQLDataType.CLOB);
        var set = field(name("headers"), SQLDataType.CLOB);
        sql.insertInto(table(name("import_memory")))
                .columns(tenant, object, set, stored, person, at)
                .values(
                        Caller.current().tenant(), type.name(), digest(headers), JSONB.valueOf(map), Caller.current().person(),
                        Tables.bound(Instant.now()))
                .onConflict(tenant, object, set)
                .doUpdate()
                .setAllToExcluded()
                .execute();
    }

    private static String digest(List<String> headers) {
        String all = headers.stream().map(Words::alike).sorted().collect(Collectors.joining("\n"));
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(all.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
