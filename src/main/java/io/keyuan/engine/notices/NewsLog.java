package io.keyuan.engine.notices;

import io.keyuan.engine.Era;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.ObjectTypes;
import io.keyuan.engine.sql.Snapshots;
import io.keyuan.engine.sql.Tables;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reads what concerns people: the change log, and who follows what was changed. */
@Repository
class NewsLog {

    private static final Field<UUID[]> IDS = DSL.field(DSL.name("c", "ids"), SQLDataType.UUID.array());
    private static final Field<OffsetDateTime> AT = Tables.time("c", "at");
    private static final Field<JSONB> HANDED = Tables.json("c", "handed");
    private static final TypeReference<Map<UUID, Handed>> BY_PERSON = new TypeReference<>() {};

    private final DSLContext sql;
    private final ObjectTypes types;
    private final Era era;
    private final JsonMapper json;

    NewsLog(DSLContext sql, ObjectTypes types, Era era, JsonMapper json) {
        this.sql = sql;
        this.types = types;
        this.era = era;
        this.json = json;
    }

    /** The next rows, of transactions of which no more can come; those of objects nobody knows any more are not news. */
    List<LoggedNews> after(NoticePositions.Position position, int limit) {
        return sql.select(
                        Snapshots.transaction(), Tables.number("c", "sequence"), Tables.text("c", "object"), Tables.text("c", "action"),
                        Tables.uuid("c", "actor"), Tables.uuid("c", "operation_id"), AT, IDS, HANDED)
                .from(Tables.of("change_log", "c"))
                .where(Tables.ofTenant("c"))
                .and(Snapshots.settled(era.current()))
                .and(Snapshots.after(position.transaction(), position.sequence()))
                .orderBy(Snapshots.order(), Tables.number("c", "sequence"))
                .limit(limit)
                .fetch(this::news);
    }

    private LoggedNews news(Record row) {
        ObjectType type = Objects.requireNonNullElse(types.byName(row.get(Tables.text("c", "object"))), types.people());
        return new LoggedNews(
                Long.parseLong(row.get(Snapshots.transaction())), row.get(Tables.number("c", "sequence")), type,
                row.get(Tables.text("c", "action")), row.get(Tables.uuid("c", "actor")), row.get(Tables.uuid("c", "operation_id")),
                row.get(AT).toInstant(),
                new HashSet<>(Arrays.asList(row.get(IDS))), handed(row.get(HANDED)));
    }

    private Map<UUID, Handed> handed(@Nullable JSONB stored) {
        return stored == null ? Map.of() : json.readValue(stored.data(), BY_PERSON);
    }

    /** Who follows which of these records. */
    Map<UUID, Set<UUID>> followers(Set<UUID> records) {
        Map<UUID, Set<UUID>> followers = new HashMap<>();
        if (!records.isEmpty()) {
            sql.select(Tables.uuid("f", "record_id"), Tables.uuid("f", "person_id"))
                    .from(Tables.of("follow", "f"))
                    .where(Tables.ofTenant("f"))
                    .and(Tables.among(Tables.uuid("f", "record_id"), records.toArray(UUID[]::new)))
                    .forEach(row -> followers.computeIfAbsent(row.value1(), any -> new HashSet<>()).add(row.value2()));
        }
        return followers;
    }
}
