package io.keyuan.engine.share;

import static org.jooq.impl.DSL.currentOffsetDateTime;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import io.keyuan.engine.Caller;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.sql.GrantConditions;
import io.keyuan.engine.sql.Tables;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Component;

/** What was given of single records, in its table. */
@Component
class ShareStore {

    static final int MOST = 200;

    private static final Field<UUID> PRINCIPAL = Tables.uuid("g", "principal_id");
    private static final Field<String> KIND = Tables.text("g", "kind");
    private static final Field<Boolean> EDITING = field(name("g", "editing"), SQLDataType.BOOLEAN);
    private static final Field<Boolean> ALONG = field(name("g", "along"), SQLDataType.BOOLEAN);
    private static final Field<OffsetDateTime> UNTIL = Tables.time("g", "until");
    private static final Field<String> NOTE = Tables.text("g", "note");
    private static final Field<UUID> BY = Tables.uuid("g", "given_by");
    private static final Field<OffsetDateTime> AT = Tables.time("g", "given_at");

    private final DSLContext sql;

    ShareStore(DSLContext sql) {
        this.sql = sql;
    }

    /** Those that count now, the newest first. */
    List<Share> of(UUID record) {
        return sql.select(PRINCIPAL, KIND, EDITING, ALONG, UNTIL, NOTE, BY, AT)
                .from(Tables.of(GrantConditions.TABLE, "g"))
                .where(ofRecord(record))
                .and(UNTIL.isNull().or(UNTIL.gt(currentOffsetDateTime())))
                .orderBy(AT.desc(), PRINCIPAL)
                .limit(MOST)
                .fetch(ShareStore::share);
    }

    /** Those of several records that count now and that no rule gave, by record. */
    Map<UUID, List<Share>> of(Set<UUID> records) {
        return sql.select(Tables.uuid("g", "record_id"), PRINCIPAL, KIND, EDITING, ALONG, UNTIL, NOTE, BY, AT)
                .from(Tables.of(GrantConditions.TABLE, "g"))
                .where(Tables.ofTenant("g"))
                .and(Tables.among(Tables.uuid("g", "record_id"), records.toArray(UUID[]::new)))
                .and(KIND.ne(Share.RULE))
                .and(UNTIL.isNull().or(UNTIL.gt(currentOffsetDateTime())))
                .orderBy(AT.desc(), PRINCIPAL)
                .fetchGroups(Tables.uuid("g", "record_id"), ShareStore::share);
    }

    /**
     * Gives records what was given of others; what was given of them already stays as it is.
     *
     * @param given by the other record
     * @param like by the other record, those that are to be given like it
     */
    void give(ObjectType type, Map<UUID, List<Share>> given, Map<UUID, List<UUID>> like) {
        var rows = sql.insertInto(table(name(GrantConditions.TABLE)))
                .columns(
                        own("tenant_id", UUID.class), own("object", String.class), own("record_id", UUID.class),
                        own("principal_id", UUID.class), own("kind", String.class), own("editing", Boolean.class),
                        own("along", Boolean.class), own("until", OffsetDateTime.class), own("note", String.class),
                        own("given_by", UUID.class), own("given_at", OffsetDateTime.class));
        boolean any = false;
        for (Map.Entry<UUID, List<Share>> each : given.entrySet()) {
            for (UUID record : like.getOrDefault(each.getKey(), List.of())) {
                for (Share share : each.getValue()) {
                    rows = rows.values(
                            Caller.current().tenant(), type.name(), record, share.principal(), share.kind(), share.editing(), share.along(),
                            share.until() == null ? null : Tables.bound(share.until()), share.note(), share.by(), Tables.bound(share.at()));
                    any = true;
                }
            }
        }
        if (any) {
            rows.onConflictDoNothing().execute();
        }
    }

    private static Condition ofRecord(UUID record) {
        return Tables.ofTenant("g").and(Tables.uuid("g", "record_id").eq(record));
    }

    private static Share share(Record row) {
        OffsetDateTime until = row.get(UNTIL);
        return new Share(
                row.get(PRINCIPAL), row.get(KIND), row.get(EDITING), row.get(ALONG), until == null ? null : until.toInstant(), row.get(NOTE),
                row.get(BY), row.get(AT).toInstant());
    }

    /** What was given to somebody before is given anew like this. */
    void give(ObjectType type, UUID record, Share share) {
        var until = share.until() == null ? null : Tables.bound(share.until());
        sql.insertInto(table(name(GrantConditions.TABLE)))
                .columns(
                        own("tenant_id", UUID.class), own("object", String.class), own("record_id", UUID.class),
                        own("principal_id", UUID.class), own("kind", String.class), own("editing", Boolean.class),
                        own("along", Boolean.class), own("until", OffsetDateTime.class), own("note", String.class),
                        own("given_by", UUID.class), own("given_at", OffsetDateTime.class))
                .values(
                        Caller.current().tenant(), type.name(), record, share.principal(), share.kind(), share.editing(), share.along(),
                        until, share.note(), share.by(), Tables.bound(share.at()))
                .onConflict(own("tenant_id", UUID.class), own("record_id", UUID.class), own("principal_id", UUID.class), own("kind", String.class))
                .doUpdate()
                .set(own("editing", Boolean.class), share.editing())
                .set(own("along", Boolean.class), share.along())
                .set(own("until", OffsetDateTime.class), until)
                .set(own("note", String.class), share.note())
                .set(own("given_by", UUID.class), share.by())
                .set(own("given_at", OffsetDateTime.class), Tables.bound(share.at()))
                .execute();
    }

    /** @return whether there was something to take back */
    boolean takeBack(UUID record, UUID principal, String kind) {
        return sql.deleteFrom(Tables.of(GrantConditions.TABLE, "g"))
                .where(ofRecord(record))
                .and(PRINCIPAL.eq(principal))
                .and(KIND.eq(kind))
                .execute() > 0;
    }

    private static <T> Field<T> own(String column, Class<T> type) {
        return field(name(column), type);
    }
}
